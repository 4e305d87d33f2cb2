import { AppError } from '../../core/errors';
import { generatePassword, hashPassword } from '../../platform/auth/password';
import { writeAudit } from '../../platform/db/audit';
import { auditActor, requireUser } from '../context';
import type { Context } from '../context';

import { createUserInput } from './contract';
import type { CreateUserInput, UserDto } from './contract';
import { toUserDto, userSelect } from './rows';

/**
 * Adds a person.
 * @returns the person, and the password when one was made: it can never be read again
 * @throws AppError `forbidden`; `conflict` when the e-mail is taken; ZodError
 */
export async function createUser(
  context: Context,
  input: CreateUserInput,
): Promise<{ user: UserDto; generatedPassword?: string }> {
  const actor = requireUser(context, 'admin');
  const { email, name, role, password } = createUserInput.parse(input);
  const initial = password ?? generatePassword();
  const passwordHash = await hashPassword(initial);

  const user = await context.db.$transaction(async (tx) => {
    if ((await tx.user.count({ where: { email } })) > 0) {
      throw new AppError('conflict', 'Somebody with this e-mail is already here.', {
        advice: 'Enable that person again, or use another address.',
        details: { field: 'email' },
      });
    }
    const row = await tx.user.create({ data: { email, name, role, passwordHash }, select: userSelect });
    await writeAudit(tx, {
      ...auditActor(context),
      action: 'user.create',
      subjectType: 'user',
      subjectId: row.id,
      details: { email, name, role },
    });
    return row;
  });
  const dto = toUserDto(user, actor.id);
  return password === undefined ? { user: dto, generatedPassword: initial } : { user: dto };
}
