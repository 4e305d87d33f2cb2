import { auditActor } from '../context';
import type { Context } from '../context';

import { fileSlug } from '#lib/core/python/identifier';
import { writeAudit } from '#lib/platform/db/audit';
import type { Transaction } from '#lib/platform/db/client';

export interface ApiHints {
  /** The API that the connection is bound to. */
  apiId: string | null;
  /** What the push calls it: a slug or a name. */
  name: string | undefined;
  /** `info.title` of the document. */
  title: string;
}

export interface FoundApi {
  id: string;
  slug: string;
}

/** The name of an API in addresses and folders; the folder of its suite has the same. */
export function apiSlug(name: string): string {
  return fileSlug(name, { fallback: 'api', maxLength: 60 });
}

/** The API that a document belongs to: the connection's own, else by name; a new one where there is none. */
export async function findApi(context: Context, tx: Transaction, hints: ApiHints): Promise<FoundApi> {
  const select = { id: true, slug: true } as const;
  if (hints.apiId !== null) return tx.api.findUniqueOrThrow({ where: { id: hints.apiId }, select });
  const name = hints.name ?? hints.title;
  const known =
    (await tx.api.findUnique({ where: { slug: name }, select })) ??
    (await tx.api.findUnique({ where: { slug: apiSlug(name) }, select }));
  if (known !== null) return known;
  const created = await tx.api.create({ data: { slug: apiSlug(name), name: name.slice(0, 200) }, select });
  await writeAudit(tx, {
    ...auditActor(context),
    action: 'api.create',
    subjectType: 'api',
    subjectId: created.id,
    apiId: created.id,
    details: { slug: created.slug },
  });
  return created;
}
