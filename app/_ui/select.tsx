'use client';

import { useId } from 'react';
import type { ComponentProps, ReactNode } from 'react';

import { classNames } from './class-names';
import { Field } from './field';
import { inputClass } from './text-field';

interface SelectProps extends ComponentProps<'select'> {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  options: readonly { value: string; label: string }[];
}

/** The browser's own select: it works everywhere, on touch too. */
export function Select({ label, hint, error, options, className, ...rest }: SelectProps) {
  const id = useId();
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <select
        {...rest}
        id={id}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={`${id}-note`}
        className={classNames(inputClass, 'touch-target h-9', className)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
