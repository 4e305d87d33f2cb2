import type { ReactNode } from 'react';

interface FieldProps {
  id: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  children: ReactNode;
}

/** Label above, control, then the hint or the error that takes its place. */
export function Field({ id, label, hint, error, children }: FieldProps) {
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      {children}
      <p id={`${id}-note`} className={error === undefined ? 'text-xs text-muted' : 'text-xs text-danger'}>
        {error ?? hint}
      </p>
    </div>
  );
}
