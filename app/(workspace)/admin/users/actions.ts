'use server';

import { choiceOf, textOf } from '../../../_server/form-values';
import type { Result } from '../../../_server/result';
import { runAction } from '../../../_server/run-action';

import type { Role } from '#lib/features/context';
import { changeRole } from '#lib/features/users/change-role';
import { userRoles } from '#lib/features/users/contract';
import type { UserDto } from '#lib/features/users/contract';
import { createUser } from '#lib/features/users/create-user';
import { resetPassword } from '#lib/features/users/reset-password';
import { setDisabled } from '#lib/features/users/set-disabled';

const path = '/admin/users';

export async function createUserAction(
  form: FormData,
): Promise<Result<{ user: UserDto; generatedPassword?: string }>> {
  return runAction(path, (context) => {
    const password = textOf(form, 'password');
    return createUser(context, {
      email: textOf(form, 'email'),
      name: textOf(form, 'name'),
      role: choiceOf(form, 'role', userRoles),
      ...(password === '' ? {} : { password }),
    });
  });
}

export async function changeRoleAction(userId: string, role: Role): Promise<Result<UserDto>> {
  return runAction(path, (context) => changeRole(context, { userId, role }));
}

export async function setDisabledAction(userId: string, disabled: boolean): Promise<Result<UserDto>> {
  return runAction(path, (context) => setDisabled(context, { userId, disabled }));
}

export async function resetPasswordAction(userId: string): Promise<Result<{ generatedPassword: string }>> {
  return runAction(path, (context) => resetPassword(context, { userId }));
}
