import { Checkbox } from '../../../_forms/checkbox';
import { Select } from '../../../_ui/select';
import { TextField } from '../../../_ui/text-field';

import { FormSection } from './form-section';
import type { SectionProps } from './what-is-tested';
import { unknownWords } from './words';

/** What counts as a refusal, and what must be refused. */
export function HowStrict({ generation, errors }: SectionProps) {
  return (
    <FormSection
      title="How strict"
      about="What your services must refuse, and with which status, where the document leaves it open."
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label="Statuses of a refused request"
          name="invalidStatuses"
          spellCheck={false}
          defaultValue={generation.invalidStatuses.join(', ')}
          error={errors['invalidStatuses']}
          hint="What your services answer to invalid input. Documented ones count first."
        />
        <Select
          label="Members that the document does not know"
          name="unknownProperties"
          defaultValue={generation.unknownProperties}
          error={errors['unknownProperties']}
          options={Object.entries(unknownWords).map(([value, label]) => ({ value, label }))}
          hint="Always wrong: requests with one must be refused, and answers must have none."
        />
      </div>
      <Checkbox
        name="assertFormats"
        defaultChecked={generation.assertFormats}
        label="Expect formats to be enforced"
        hint="Off when your services take any text where the document says e-mail, date or UUID."
      />
    </FormSection>
  );
}
