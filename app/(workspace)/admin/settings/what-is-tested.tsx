import { Checkbox } from '../../../_forms/checkbox';
import { TextArea, TextField } from '../../../_ui/text-field';

import { FormSection } from './form-section';
import { kindWords } from './words';

import type { GenerationSettings } from '#lib/core/generator/settings';
import { categories } from '#lib/core/generator/suite';

export interface SectionProps {
  generation: GenerationSettings;
  /** What is wrong, by dotted path of the setting. */
  errors: Record<string, string>;
}

/** Which operations get which kinds of tests, and how many. */
export function WhatIsTested({ generation, errors }: SectionProps) {
  return (
    <FormSection
      title="What is tested"
      about="Which operations get which kinds of tests, and how many of them."
    >
      <fieldset
        className="flex flex-col gap-3"
        aria-describedby={errors['categories'] === undefined ? undefined : 'categories-note'}
      >
        <legend className="mb-2 text-sm font-medium">Kinds of tests</legend>
        <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 xl:grid-cols-3">
          {categories.map((category) => (
            <Checkbox
              key={category}
              name={`category-${category}`}
              label={kindWords[category].label}
              hint={kindWords[category].hint}
              aria-invalid={errors['categories'] === undefined ? undefined : true}
              defaultChecked={generation.categories.includes(category)}
            />
          ))}
        </div>
        {errors['categories'] === undefined ? null : (
          <p id="categories-note" className="text-xs text-danger">
            {errors['categories']}
          </p>
        )}
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label="Tests of one operation at most"
          name="budget"
          inputMode="numeric"
          defaultValue={generation.budget}
          error={errors['budget']}
          hint="Those of the highest risk are kept; the others are listed as gaps with the reason."
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextArea
          label="Excluded operations"
          name="excludedOperations"
          rows={3}
          spellCheck={false}
          defaultValue={generation.excludedOperations.join('\n')}
          error={errors['excludedOperations']}
          hint="One a line: the operationId, or method and path such as GET /internal/health where there is none."
        />
        <TextArea
          label="Excluded tags"
          name="excludedTags"
          rows={3}
          spellCheck={false}
          defaultValue={generation.excludedTags.join('\n')}
          error={errors['excludedTags']}
          hint="One a line, as written in the document."
        />
      </div>
    </FormSection>
  );
}
