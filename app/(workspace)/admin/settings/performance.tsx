import { TextField } from '../../../_ui/text-field';

import { FormSection } from './form-section';
import type { SectionProps } from './what-is-tested';

const fields = [
  { name: 'rounds', label: 'Timed requests', hint: 'One after the other.' },
  { name: 'warmUp', label: 'Warm-up requests', hint: 'Before the timed ones, not counted.' },
  { name: 'p95Milliseconds', label: 'Slowest allowed (ms)', hint: '95 of 100 answers come within it.' },
  { name: 'requests', label: 'Concurrent requests', hint: 'All of the concurrent test.' },
  { name: 'concurrency', label: 'At once', hint: 'How many of them are under way.' },
  { name: 'errorRate', label: 'Failures allowed', hint: 'A share of them from 0 to 1.' },
] as const;

/** The load that performance tests make, and what they allow. */
export function Performance({ generation, errors }: SectionProps) {
  return (
    <FormSection
      title="Performance"
      about="The load that performance tests make, and what they allow. Small on purpose: they run against shared servers."
    >
      <div className="grid grid-cols-2 gap-4 md:grid-cols-3">
        {fields.map(({ name, label, hint }) => (
          <TextField
            key={name}
            label={label}
            name={`performance.${name}`}
            inputMode={name === 'errorRate' ? 'decimal' : 'numeric'}
            defaultValue={generation.performance[name]}
            error={errors[`performance.${name}`]}
            hint={hint}
          />
        ))}
      </div>
    </FormSection>
  );
}
