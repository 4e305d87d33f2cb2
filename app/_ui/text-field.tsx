'use client';

import { useId } from 'react';
import type { ComponentProps, ReactNode } from 'react';

import { classNames } from './class-names';
import { Field } from './field';

export const inputClass =
  'w-full rounded-md border border-edge bg-surface px-3 text-base text-text placeholder:text-muted disabled:opacity-60 aria-invalid:border-danger';

interface Labels {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
}

export function TextField({ label, hint, error, className, ...rest }: Labels & ComponentProps<'input'>) {
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <input
        type="text"
        {...rest}
        id={id}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={`${id}-note`}
        className={classNames(inputClass, 'touch-target h-9', className)}
      />
    </Field>
  );
}

export function TextArea({ label, hint, error, className, ...rest }: Labels & ComponentProps<'textarea'>) {
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <textarea
        rows={4}
        {...rest}
        id={id}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={`${id}-note`}
        className={classNames(inputClass, 'py-2', className)}
      />
    </Field>
  );
}
