'use client';

import { signIn } from 'next-auth/react';
import { useActionState, useState } from 'react';

import { Button } from '../../_ui/button';
import { Notice } from '../../_ui/notice';
import { TextField } from '../../_ui/text-field';

import { noticeOf } from './sign-in-notice';
import type { SignInNotice } from './sign-in-notice';

interface SignInFormProps {
  callbackPath: string;
  initial: SignInNotice | undefined;
}

interface FormState {
  email: string;
  notice: SignInNotice | undefined;
}

/** React keeps a submission made before the page is ready and replays it, so nothing is lost or put into the URL. */
export function SignInForm({ callbackPath, initial }: SignInFormProps) {
  const [visible, setVisible] = useState(false);
  const [state, submit, pending] = useActionState(
    async (_before: FormState, form: FormData): Promise<FormState> => {
      const email = text(form, 'email');
      const answer = await signIn('credentials', {
        redirect: false,
        callbackUrl: callbackPath,
        email,
        password: text(form, 'password'),
      }).catch(() => undefined);
      if (answer?.ok !== true) return { email, notice: noticeOf(answer?.error ?? 'unavailable') };
      // A full load: nothing that was drawn for somebody else stays in the browser's memory.
      window.location.assign(callbackPath);
      return await new Promise<never>(() => undefined);
    },
    { email: '', notice: initial },
  );

  return (
    <form
      action={submit}
      aria-label="Sign in"
      className="flex flex-col gap-4 rounded-lg border bg-surface p-6 shadow-raised"
    >
      {state.notice === undefined || pending ? null : (
        <Notice tone={state.notice.tone}>{state.notice.text}</Notice>
      )}
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        autoFocus
        defaultValue={state.email}
      />
      <div className="relative">
        <TextField
          label="Password"
          name="password"
          type={visible ? 'text' : 'password'}
          autoComplete="current-password"
          required
        />
        <button
          type="button"
          aria-pressed={visible}
          className="absolute top-0 right-0 text-sm text-accent hover:underline"
          onClick={() => {
            setVisible(!visible);
          }}
        >
          {visible ? 'Hide' : 'Show'}
          <span className="sr-only"> password</span>
        </button>
      </div>
      <Button type="submit" tone="primary" size="lg" busy={pending} className="w-full">
        {pending ? 'Signing in …' : 'Sign in'}
      </Button>
    </form>
  );
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
