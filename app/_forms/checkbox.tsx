import type { ComponentProps, ReactNode } from 'react';

interface CheckboxProps extends ComponentProps<'input'> {
  label: string;
  hint?: ReactNode;
}

/** A box to tick, with its sentence beside it. */
export function Checkbox({ label, hint, ...rest }: CheckboxProps) {
  return (
    <label className="flex items-start gap-2.5">
      <input type="checkbox" {...rest} className="mt-0.5 size-4 shrink-0 accent-accent-fill" />
      <span className="flex flex-col">
        <span className="text-sm font-medium">{label}</span>
        {hint === undefined ? null : <span className="text-xs text-muted">{hint}</span>}
      </span>
    </label>
  );
}
