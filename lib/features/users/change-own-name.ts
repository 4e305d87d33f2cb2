import type { z } from 'zod';

import { writeAudit } from '../../platform/db/audit';
import { auditActor, requireUser } from '../context';
import type { Context } from '../context';

import { changeOwnNameInput } from './contract';

/** Changes the name under which one's next decisions and comments appear; earlier ones keep the name they were made under. */
export async function changeOwnName(
  context: Context,
  input: z.input<typeof changeOwnNameInput>,
): Promise<void> {
  const actor = requireUser(context);
  const { name } = changeOwnNameInput.parse(input);
  if (name === actor.name) return;
  await context.db.$transaction(async (tx) => {
    await tx.user.update({ where: { id: actor.id }, data: { name } });
    await writeAudit(tx, {
      ...auditActor(context),
      action: 'user.change-name',
      subjectType: 'user',
      subjectId: actor.id,
      details: { from: actor.name, to: name },
    });
  });
}
