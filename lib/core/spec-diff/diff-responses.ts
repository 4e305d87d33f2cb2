import type { ApiResponse, Operation } from '../openapi/model';

import type { Change } from './change';
import { diffContent } from './diff-content';
import type { Versions } from './diff-operation';

/** Statuses that came or went, and bodies and headers of those on both sides. A success that goes breaks clients. */
export function diffResponses(versions: Versions, before: Operation, after: Operation): Change[] {
  const old = new Map(before.responses.map((response) => [response.status, response]));
  const now = new Map(after.responses.map((response) => [response.status, response]));
  const changes: Change[] = [];
  for (const [status, response] of now) {
    const was = old.get(status);
    if (was) changes.push(...diffResponse(versions, was, response));
    else {
      const message = `Response ${status}: added.`;
      changes.push({
        kind: 'response-added',
        message,
        breaking: false,
        source: response.source,
        side: 'after',
      });
    }
  }
  for (const [status, response] of old) {
    if (now.has(status)) continue;
    const breaking = status.startsWith('2') || status === 'default';
    const message = `Response ${status}: removed.`;
    changes.push({ kind: 'response-removed', message, breaking, source: response.source, side: 'before' });
  }
  return changes;
}

function diffResponse(versions: Versions, before: ApiResponse, after: ApiResponse): Change[] {
  const where = `Response ${after.status}`;
  const changes = diffContent(versions, where, before, after, 'response');
  const old = new Map(before.headers.map((header) => [header.name.toLowerCase(), header]));
  const now = new Map(after.headers.map((header) => [header.name.toLowerCase(), header]));
  for (const [key, header] of now) {
    const was = old.get(key);
    const words = `${where} header ${header.name}`;
    if (!was) {
      const message = `${words}: added.`;
      changes.push({ kind: 'header-added', message, breaking: false, source: header.source, side: 'after' });
      continue;
    }
    if (was.required !== header.required) {
      const message = `${words}: is ${header.required ? 'required' : 'optional'} now.`;
      const kind = header.required ? 'header-required' : 'header-optional';
      changes.push({ kind, message, breaking: was.required, source: header.source, side: 'after' });
    }
    changes.push(...versions.schemas.compare(words, was.schema, header.schema, 'response'));
  }
  for (const [key, header] of old) {
    if (now.has(key)) continue;
    const message = `${where} header ${header.name}: removed.`;
    changes.push({
      kind: 'header-removed',
      message,
      breaking: header.required,
      source: header.source,
      side: 'before',
    });
  }
  return changes;
}
