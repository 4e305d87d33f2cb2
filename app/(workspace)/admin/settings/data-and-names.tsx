import { Select } from '../../../_ui/select';
import { TextField } from '../../../_ui/text-field';

import { FormSection } from './form-section';
import type { SectionProps } from './what-is-tested';
import { localeWords, namingWords, targetWords } from './words';

/** What test data and tests look like. */
export function DataAndNames({ generation, errors }: SectionProps) {
  return (
    <FormSection title="Data and names" about="What the test data looks like, and what tests are called.">
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label="Language of the data"
          name="locale"
          defaultValue={generation.locale}
          error={errors['locale']}
          options={Object.entries(localeWords).map(([value, label]) => ({ value, label }))}
          hint="For names, cities and the like; the tests themselves are in English."
        />
        <TextField
          label="Seed"
          name="seed"
          required
          maxLength={100}
          spellCheck={false}
          defaultValue={generation.seed}
          error={errors['seed']}
          hint="Same seed, document and settings: the same tests, byte for byte."
        />
        <Select
          label="Names of tests"
          name="naming"
          defaultValue={generation.naming}
          error={errors['naming']}
          options={Object.entries(namingWords).map(([value, label]) => ({ value, label }))}
          hint="Method and path, when a framework makes up your operationIds."
        />
        <Select
          label="Written in"
          name="target"
          defaultValue={generation.target}
          error={errors['target']}
          options={Object.entries(targetWords).map(([value, label]) => ({ value, label }))}
          hint="The same tests in either; a suite is of one kind."
        />
      </div>
    </FormSection>
  );
}
