import { FlaskConical } from 'lucide-react';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';

import { requestContext } from '../../_server/request-context';

import { SignInForm } from './sign-in-form';
import { noticeOf } from './sign-in-notice';

import { AppError } from '#lib/core/errors';
import { safeCallbackPath } from '#lib/platform/auth/callback-path';

export const metadata: Metadata = { title: 'Sign in' };

interface SignInPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Who is signed in already goes on to where they wanted to be. */
export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { callbackUrl, error, changed } = await searchParams;
  const path = safeCallbackPath(callbackUrl);
  const signedIn = await requestContext().then(
    () => true,
    (reason: unknown) => {
      if (reason instanceof AppError && reason.code === 'unauthenticated') return false;
      throw reason;
    },
  );
  if (signedIn) redirect(path);

  return (
    <main className="flex min-h-dvh flex-col items-center justify-center gap-8 px-4 py-12">
      <div className="flex w-full max-w-sm flex-col gap-6">
        <header className="flex flex-col items-center gap-3 text-center">
          <span
            aria-hidden
            className="flex size-12 items-center justify-center rounded-lg border bg-surface text-accent shadow-raised"
          >
            <FlaskConical size={24} />
          </span>
          <div>
            <h1 className="text-xl font-semibold tracking-tight">Sign in to ai-test-gen</h1>
            <p className="mt-1 text-muted">Review the tests that your API changes need.</p>
          </div>
        </header>
        <SignInForm
          callbackPath={path}
          initial={
            changed === undefined
              ? noticeOf(typeof error === 'string' ? error : undefined)
              : { tone: 'success', text: 'Your password is changed. Sign in with the new one.' }
          }
        />
        <p className="text-center text-xs text-muted">
          No account, or the password is lost? An administrator of this installation can help.
        </p>
      </div>
    </main>
  );
}
