'use client';

import type { ReactNode } from 'react';

import type { ActionResult } from '../_server/action-result';
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
  action: () => Promise<ActionResult<unknown>>;
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
        : { text: [result.message, result.advice].filter(Boolean).join(' '), tone: 'danger' },
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
