import type { z } from 'zod';

import type { DocumentChange } from './contract';
import { storedExcerpts } from './stored';

import { defined } from '#lib/core/defined';
import type { Database } from '#lib/platform/db/client';

type Parts = z.infer<typeof storedExcerpts>;

/**
 * The parts of an endpoint's document that differ from the version before, as the last finished generation of an
 * earlier version recorded them.
 * @param parts the endpoint's parts now
 * @returns pairs in the order of the document, those that are gone last; none when no earlier version has the endpoint
 */
export async function documentChanges(
  db: Database,
  { apiId, key, before, parts }: { apiId: string; key: string; before: number; parts: Parts },
): Promise<DocumentChange[]> {
  const earlier = await db.specOperation.findFirst({
    where: {
      key,
      generation: {
        apiId,
        state: { in: ['ready', 'superseded'] },
        specVersion: { number: { lt: before } },
      },
    },
    select: { excerpts: true },
    orderBy: { generation: { number: 'desc' } },
  });
  if (earlier === null) return [];
  const old = new Map(storedExcerpts.parse(earlier.excerpts).map((part) => [placeOf(part), part]));
  const now = new Set(parts.map(placeOf));
  const changed = parts.filter((part) => old.get(placeOf(part))?.text !== part.text);
  const gone = [...old.values()].filter((part) => !now.has(placeOf(part)));
  return [
    ...changed.map((part) => changeOf(old.get(placeOf(part)), part)),
    ...gone.map((part) => changeOf(part, undefined)),
  ].filter((change) => change !== undefined);
}

function placeOf({ file, pointer }: Parts[number]): string {
  return `${file}#${pointer}`;
}

function changeOf(
  before: Parts[number] | undefined,
  after: Parts[number] | undefined,
): DocumentChange | undefined {
  const either = after ?? before;
  if (either === undefined) return undefined;
  const { title, file, pointer } = either;
  return defined({ title, file, pointer, before: before && textOf(before), after: after && textOf(after) });
}

function textOf({ text, startLine }: Parts[number]) {
  return { text, startLine };
}
