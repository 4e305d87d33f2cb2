'use client';

import { ActionForm } from '../../../_forms/action-form';
import { Checkbox } from '../../../_forms/checkbox';
import { Card } from '../../../_ui/card';
import { TextArea, TextField } from '../../../_ui/text-field';
import { useToast } from '../../../_ui/toast';

import { updateGenerationAction } from './actions';
import { LastChange } from './last-change';

import type { SettingsDto } from '#lib/features/settings/contract';

/** The kinds that there are rules for. */
const kinds = [
  { value: 'crud', label: 'Working calls', hint: 'Documented requests succeed; resources live and die.' },
  { value: 'validation', label: 'Validation', hint: 'What breaks a documented rule is refused.' },
  { value: 'error', label: 'Errors', hint: '401, 404, 405, 415, broken JSON and documented 4xx.' },
] as const;

export function GenerationForm({ settings }: { settings: SettingsDto }) {
  const toast = useToast();
  const { generation, changed } = settings;
  return (
    <Card title="Generation">
      <ActionForm
        label="Generation"
        submitLabel="Save generation"
        secondary={<LastChange change={changed.generation} />}
        action={updateGenerationAction}
        onDone={() => {
          toast({ text: 'The next generation follows these settings.', tone: 'success' });
        }}
      >
        {(errors) => (
          <>
            <fieldset className="flex flex-col gap-3">
              <legend className="mb-2 text-sm font-medium">Kinds of tests</legend>
              <div className="grid gap-3 md:grid-cols-3">
                {kinds.map(({ value, label, hint }) => (
                  <Checkbox
                    key={value}
                    name={`category-${value}`}
                    label={label}
                    hint={hint}
                    defaultChecked={generation.categories.includes(value)}
                  />
                ))}
              </div>
              {errors['categories'] === undefined ? null : (
                <p className="text-xs text-danger">{errors['categories']}</p>
              )}
            </fieldset>
            <div className="grid gap-4 md:grid-cols-2">
              <TextField
                label="Statuses of a refused request"
                name="invalidStatuses"
                defaultValue={generation.invalidStatuses.join(', ')}
                error={errors['invalidStatuses']}
                hint="What your services answer to invalid input. Documented ones count first."
              />
              <TextField
                label="Seed"
                name="seed"
                required
                maxLength={100}
                defaultValue={generation.seed}
                error={errors['seed']}
                hint="Same seed, document and settings: the same tests, byte for byte."
              />
              <TextArea
                label="Excluded operations"
                name="excludedOperations"
                defaultValue={generation.excludedOperations.join('\n')}
                error={errors['excludedOperations']}
                hint="One a line: the operationId, or method and path such as GET /internal/health."
              />
              <TextArea
                label="Excluded tags"
                name="excludedTags"
                defaultValue={generation.excludedTags.join('\n')}
                error={errors['excludedTags']}
                hint="One a line, as written in the document."
              />
            </div>
            <Checkbox
              name="assertFormats"
              defaultChecked={generation.assertFormats}
              label="Expect formats to be enforced"
              hint="Off when your services take any text where the document says e-mail, date or UUID."
            />
          </>
        )}
      </ActionForm>
    </Card>
  );
}
