'use server';

import { redirect } from 'next/navigation';

import { textOf } from '../../_server/form-values';
import type { Result } from '../../_server/result';
import { runAction } from '../../_server/run-action';

import { AppError } from '#lib/core/errors';
import { changeOwnName } from '#lib/features/users/change-own-name';
import { changeOwnPassword } from '#lib/features/users/change-own-password';

export async function changeOwnNameAction(form: FormData): Promise<Result<void>> {
  return runAction('/', (context) => changeOwnName(context, { name: textOf(form, 'name') }));
}

/** Ends every session, this one too: the way on is the sign-in page. */
export async function changeOwnPasswordAction(form: FormData): Promise<Result<void>> {
  const result = await runAction('/account', (context) => {
    const newPassword = textOf(form, 'newPassword');
    if (newPassword !== textOf(form, 'repeated')) {
      throw new AppError('invalid_input', 'The two new passwords differ.', {
        details: { field: 'repeated' },
      });
    }
    return changeOwnPassword(context, { currentPassword: textOf(form, 'currentPassword'), newPassword });
  });
  if (result.ok) redirect('/sign-in?changed=1');
  return result;
}
