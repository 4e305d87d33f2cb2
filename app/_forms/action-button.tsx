'use client';

import type { ReactNode } from 'react';

import type { Result } from '../_server/result';
import { Button } from '../_ui/button';
import type { ButtonSize, ButtonTone } from '../_ui/button';
import { useToast } from '../_ui/toast';

import { useAction } from './use-action';

interface ActionButtonProps {
  label: string;
  ariaLabel?: string;
  icon?: ReactNode;
  tone?: ButtonTone;
  size?: ButtonSize;
  action: () => Promise<Result<unknown>>;
  /** What to say when it is done. */
  done: string;
}

/** A button that does one harmless thing and says how it went. */
export function ActionButton({ label, ariaLabel, icon, tone, size, action, done }: ActionButtonProps) {
  const toast = useToast();
  const { run, pending } = useAction(async () => {
    const result = await action();
    toast(
      result.ok
        ? { text: done, tone: 'success' }
        : { text: [result.error.message, result.error.advice].filter(Boolean).join(' '), tone: 'danger' },
    );
    return result;
  });
  return (
    <Button
      {...(tone === undefined ? {} : { tone })}
      {...(size === undefined ? {} : { size })}
      icon={icon}
      aria-label={ariaLabel}
      busy={pending}
      onClick={() => {
        run();
      }}
    >
      {label}
    </Button>
  );
}
