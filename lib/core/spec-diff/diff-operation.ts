import type { ApiModel, Operation } from '../openapi/model';
import { pathShape } from '../openapi/path-template';

import type { Change } from './change';
import { diffContent } from './diff-content';
import { diffParameters } from './diff-parameters';
import { diffResponses } from './diff-responses';
import { diffSecurity } from './diff-security';
import type { SchemaComparer } from './schema/schema-comparer';

/** The two versions, and the comparison of schemas that all operations share. */
export interface Versions {
  before: ApiModel;
  after: ApiModel;
  schemas: SchemaComparer;
}

/** All changes of one operation, in reading order: request, security, responses. */
export function diffOperation(versions: Versions, before: Operation, after: Operation): Change[] {
  return [
    ...diffAddress(before, after),
    ...diffParameters(versions, before, after),
    ...diffRequestBody(versions, before, after),
    ...diffSecurity(versions, before, after),
    ...diffResponses(versions, before, after),
  ];
}

function diffAddress(before: Operation, after: Operation): Change[] {
  const changes: Change[] = [];
  const source = after.source;
  const add = (kind: string, message: string, breaking: boolean) =>
    changes.push({ kind, message, breaking, source, side: 'after' });
  if (before.method !== after.method) {
    add(
      'method-changed',
      `Method ${before.method.toUpperCase()} became ${after.method.toUpperCase()}.`,
      true,
    );
  }
  if (pathShape(before.path) !== pathShape(after.path)) {
    add('path-changed', `Path ${before.path} became ${after.path}.`, true);
  }
  if (!before.deprecated && after.deprecated)
    add('operation-deprecated', 'The operation is deprecated now.', false);
  return changes;
}

function diffRequestBody(versions: Versions, before: Operation, after: Operation): Change[] {
  const old = before.requestBody;
  const now = after.requestBody;
  if (old && now) {
    const changes: Change[] = [];
    if (old.required !== now.required) {
      const message = `Request body: is ${now.required ? 'required' : 'optional'} now.`;
      const kind = now.required ? 'request-body-required' : 'request-body-optional';
      changes.push({ kind, message, breaking: now.required, source: now.source, side: 'after' });
    }
    return [...changes, ...diffContent(versions, 'Request body', old, now, 'request')];
  }
  if (now) {
    const message = `Request body: ${now.required ? 'a required' : 'an optional'} body added.`;
    return [
      { kind: 'request-body-added', message, breaking: now.required, source: now.source, side: 'after' },
    ];
  }
  if (!old) return [];
  return [
    {
      kind: 'request-body-removed',
      message: 'Request body: removed.',
      breaking: true,
      source: old.source,
      side: 'before',
    },
  ];
}
