import { visit } from 'jsonc-parser';
import type { JSONVisitor } from 'jsonc-parser';

import { AppError } from '../../core/errors';

export const noticeLimit = 256 * 1024;
export const documentLimit = 32 * 1024 * 1024;

/** Nobody has shown a secret yet while a body arrives: strangers can fill a quarter of a gigabyte and no more. */
export const largeBodiesAtOnce = 8;
const comeBackSeconds = 10;
let largeBodies = 0;

/**
 * Reads a body while it arrives and stops as soon as it is too large: 256 KB, or 32 MB when its beginning shows that
 * it carries a document. Only a few that are larger than 256 KB are read at the same time.
 * @param yaml whether the sender says that it is YAML
 * @param mayCarry whether this connection's sender may push documents at all
 * @throws AppError `too_large`, or `rate_limited` (`details.retryAfter`)
 */
export async function readBody(
  chunks: AsyncIterable<Uint8Array>,
  yaml: boolean,
  mayCarry: boolean,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  let limit = noticeLimit;
  try {
    for await (const chunk of chunks) {
      parts.push(chunk);
      size += chunk.byteLength;
      if (size > limit && limit === noticeLimit && mayCarry && carriesDocument(beginning(parts), yaml)) {
        if (largeBodies >= largeBodiesAtOnce) throw tooMany();
        largeBodies += 1;
        limit = documentLimit;
      }
      if (size > limit) throw tooLarge(limit);
    }
    return Buffer.concat(parts);
  } finally {
    if (limit === documentLimit) largeBodies -= 1;
  }
}

function tooMany(): AppError {
  return new AppError('rate_limited', `${largeBodiesAtOnce} large documents are arriving already.`, {
    advice: `Send again after ${comeBackSeconds} s.`,
    details: { retryAfter: comeBackSeconds },
  });
}

function beginning(parts: readonly Uint8Array[]): string {
  return Buffer.concat(parts).subarray(0, noticeLimit).toString('utf8');
}

const documentMembers = new Set(
  ['document', 'openapi', 'swagger', 'info', 'servers', 'paths', 'components', 'definitions', 'tags'].concat([
    'basePath',
    'consumes',
    'externalDocs',
    'host',
    'jsonSchemaDialect',
  ]),
);

/** Whether the top level, as far as it has arrived, has a member that a document or its envelope begins with. */
function carriesDocument(text: string, yaml: boolean): boolean {
  if (yaml && /^["']?(openapi|swagger|info|paths|components|definitions)["']?\s*:/m.test(text)) return true;
  let found = false;
  const visitor: JSONVisitor = {
    onObjectProperty: (name, _offset, _length, _line, _character, path) => {
      found ||= path().length === 0 && documentMembers.has(name);
    },
  };
  try {
    visit(text, visitor);
  } catch (error) {
    // Nesting too deep for the visitor is no document either, unless its beginning said otherwise.
    if (!(error instanceof RangeError)) throw error;
  }
  return found;
}

function tooLarge(limit: number): AppError {
  return limit === noticeLimit
    ? new AppError('too_large', 'The body is larger than 256 KB and carries no document.', {
        advice: 'A notice is a few hundred bytes; a pushed document stands in the member "document".',
      })
    : new AppError('too_large', 'The document is larger than 32 MB.', {
        advice: 'Name its URL in "documentUrl" instead, or let it be pulled.',
      });
}
