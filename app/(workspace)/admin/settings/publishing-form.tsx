'use client';

import { ActionForm } from '../../../_forms/action-form';
import { Card } from '../../../_ui/card';
import { TextField } from '../../../_ui/text-field';
import { useToast } from '../../../_ui/toast';

import { updatePublishingAction } from './actions';
import { LastChange } from './last-change';

import type { SettingsDto } from '#lib/features/settings/contract';

export function PublishingForm({ settings }: { settings: SettingsDto }) {
  const toast = useToast();
  const { publishing, environment, changed } = settings;
  return (
    <Card title="Publishing">
      <ActionForm
        label="Publishing"
        submitLabel="Save publishing"
        secondary={<LastChange change={changed.publishing} />}
        action={updatePublishingAction}
        onDone={() => {
          toast({ text: 'The publishing settings are saved.', tone: 'success' });
        }}
      >
        {(errors) => (
          <div className="grid gap-4 lg:grid-cols-2">
            <TextField
              label="Git repository"
              name="repository"
              spellCheck={false}
              defaultValue={publishing.repository ?? undefined}
              placeholder={environment.repository ?? 'The bare repository in the data folder'}
              error={errors['repository']}
              hint="URL or absolute path. Approved tests go to branches ai-tests/…; nothing is ever forced."
            />
            <TextField
              label="Author"
              name="author"
              spellCheck={false}
              defaultValue={publishing.author ?? undefined}
              placeholder={environment.author}
              error={errors['author']}
              hint="Who the commits are by, as: Name <name@example.com>. The reviewers stand in the message."
            />
          </div>
        )}
      </ActionForm>
    </Card>
  );
}
