'use client';

import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

import type { Result } from '../_server/result';
import { Button } from '../_ui/button';
import { classNames } from '../_ui/class-names';
import { Notice } from '../_ui/notice';

import { useAction } from './use-action';

interface ActionFormProps<T> {
  /** Accessible name of the form. */
  label: string;
  action: (form: FormData) => Promise<Result<T>>;
  onDone?: (data: T) => void;
  submitLabel: string;
  /** Beside the submit button. */
  secondary?: ReactNode;
  /** The button stays in sight while a long form scrolls. */
  stickyFooter?: boolean;
  /** The fields; `errors` is by field name. */
  children: (errors: Record<string, string>) => ReactNode;
}

/** A form of the administration: fields, what is wrong with them, and one button. */
export function ActionForm<T>(props: ActionFormProps<T>) {
  const { run, pending, failure } = useAction(props.action, props.onDone);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (failure !== undefined) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [failure]);
  return (
    <form
      ref={form}
      // Before the page is ready a browser sends a form on its own: never put what was typed into the URL.
      method="post"
      aria-label={props.label}
      className="flex flex-col gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        run(new FormData(event.currentTarget));
      }}
    >
      {props.children(failure?.fields ?? {})}
      {failure === undefined ? null : (
        <Notice tone="danger">
          {failure.message} {failure.advice}
        </Notice>
      )}
      <div
        className={classNames(
          'flex flex-wrap items-center gap-x-3 gap-y-2',
          props.stickyFooter === true &&
            'sticky bottom-0 -mx-4 -mb-4 rounded-b-lg border-t bg-surface px-4 py-3',
        )}
      >
        <Button type="submit" tone="primary" busy={pending}>
          {props.submitLabel}
        </Button>
        {props.secondary}
      </div>
    </form>
  );
}
