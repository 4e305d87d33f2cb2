'use client';

import { ActionForm } from '../../../_forms/action-form';
import { Card } from '../../../_ui/card';
import { useToast } from '../../../_ui/toast';

import { updateGenerationAction } from './actions';
import { DataAndNames } from './data-and-names';
import { HowStrict } from './how-strict';
import { LastChange } from './last-change';
import { Performance } from './performance';
import { WhatIsTested } from './what-is-tested';

import type { SettingsDto } from '#lib/features/settings/contract';

export function GenerationForm({ settings }: { settings: SettingsDto }) {
  const toast = useToast();
  const { generation, changed } = settings;
  return (
    <Card title="Generation">
      <ActionForm
        label="Generation"
        submitLabel="Save generation"
        stickyFooter
        secondary={<LastChange change={changed.generation} />}
        action={updateGenerationAction}
        onDone={() => {
          toast({ text: 'The next generation follows these settings.', tone: 'success' });
        }}
      >
        {(errors) => (
          <div className="flex flex-col gap-6">
            <WhatIsTested generation={generation} errors={errors} />
            <HowStrict generation={generation} errors={errors} />
            <DataAndNames generation={generation} errors={errors} />
            <Performance generation={generation} errors={errors} />
          </div>
        )}
      </ActionForm>
    </Card>
  );
}
