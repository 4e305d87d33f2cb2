import type { SettingKey } from '../../core/settings';
import { writeAudit } from '../../platform/db/audit';
import type { Prisma } from '../../platform/db/client';
import { auditActor } from '../context';
import type { Context } from '../context';

/** Stores a checked value and says in the audit log which of its fields are others now. */
export async function storeSetting(
  context: Context,
  key: SettingKey,
  value: Prisma.InputJsonObject,
): Promise<void> {
  await context.db.$transaction(async (tx) => {
    const before = (await tx.setting.findUnique({ where: { key } }))?.value;
    const { actorName } = auditActor(context);
    await tx.setting.upsert({
      where: { key },
      create: { key, value, updatedBy: actorName },
      update: { value, updatedBy: actorName },
    });
    await writeAudit(tx, {
      ...auditActor(context),
      action: `settings.update-${key}`,
      subjectType: 'setting',
      subjectId: key,
      details: { before: before ?? null, after: value },
    });
  });
}
