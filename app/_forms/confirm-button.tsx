'use client';

import { useState } from 'react';
import type { ReactNode } from 'react';

import type { Result } from '../_server/result';
import { Button } from '../_ui/button';
import type { ButtonSize, ButtonTone } from '../_ui/button';
import { Dialog } from '../_ui/dialog';
import { Notice } from '../_ui/notice';

import { useAction } from './use-action';

interface ConfirmButtonProps<T> {
  label: string;
  /** Accessible name where several on a page have the same label. */
  ariaLabel?: string;
  icon?: ReactNode;
  tone?: ButtonTone;
  size?: ButtonSize;
  title: string;
  /** What will happen, in one or two sentences. */
  children: ReactNode;
  confirmLabel: string;
  action: () => Promise<Result<T>>;
  onDone?: (data: T) => void;
}

/** A button for what hurts: it says what will happen and asks once. */
export function ConfirmButton<T>(props: ConfirmButtonProps<T>) {
  const { label, ariaLabel, icon, tone = 'neutral', size = 'md', title, confirmLabel } = props;
  const [open, setOpen] = useState(false);
  const { run, pending, failure } = useAction(props.action, (data) => {
    setOpen(false);
    props.onDone?.(data);
  });
  const close = () => {
    setOpen(false);
  };
  return (
    <>
      <Button
        tone={tone}
        size={size}
        icon={icon}
        aria-label={ariaLabel}
        onClick={() => {
          setOpen(true);
        }}
      >
        {label}
      </Button>
      <Dialog
        open={open}
        onClose={close}
        title={title}
        footer={
          <>
            <Button onClick={close}>Cancel</Button>
            <Button
              tone={tone === 'danger' ? 'danger' : 'primary'}
              busy={pending}
              onClick={() => {
                run();
              }}
            >
              {confirmLabel}
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-3">
          {props.children}
          {failure === undefined ? null : (
            <Notice tone="danger">
              {failure.message} {failure.advice}
            </Notice>
          )}
        </div>
      </Dialog>
    </>
  );
}
