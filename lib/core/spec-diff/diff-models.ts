import type { ApiModel, Operation } from '../openapi/model';

import type { Change, OperationChange, SpecDiff } from './change';
import { diffOperation } from './diff-operation';
import { matchOperations } from './match-operations';
import { SchemaComparer } from './schema/schema-comparer';

/** What is different between two versions of an API, operation by operation. */
export function diffModels(before: ApiModel, after: ApiModel): SpecDiff {
  const pairs = matchOperations(before, after);
  const schemas = new SchemaComparer(before, after);
  const operations: OperationChange[] = [];
  const unchanged: string[] = [];
  for (const operation of after.operations) {
    const old = pairs.get(operation);
    if (!old) {
      operations.push(whole(operation, 'added'));
      continue;
    }
    const changes = diffOperation({ before, after, schemas }, old, operation);
    if (changes.length === 0) unchanged.push(operation.id);
    else {
      const { id, method, path } = operation;
      const breaking = changes.some((change) => change.breaking);
      operations.push({
        id,
        method,
        path,
        status: 'changed',
        breaking,
        changes: limited(changes, operation),
      });
    }
  }
  const kept = new Set(pairs.values());
  for (const operation of before.operations) {
    if (!kept.has(operation)) operations.push(whole(operation, 'removed'));
  }
  return { operations, unchanged, document: diffServers(before, after) };
}

/** A change in a shared component can show at hundreds of places of one operation: people need the first ones. */
const maxChanges = 50;

function limited(changes: Change[], { source }: Operation): Change[] {
  if (changes.length <= maxChanges) return changes;
  const shown = [...changes].sort((one, other) => Number(other.breaking) - Number(one.breaking));
  const rest = shown.splice(maxChanges);
  const breaking = rest.filter((change) => change.breaking).length;
  const message = `${rest.length} more changes${breaking > 0 ? `, ${breaking} of them breaking` : ''}.`;
  return [...shown, { kind: 'more-changes', message, breaking: breaking > 0, source, side: 'after' }];
}

function whole(operation: Operation, status: 'added' | 'removed'): OperationChange {
  const { id, method, path, source } = operation;
  const change: Change = {
    kind: `operation-${status}`,
    message: `${method.toUpperCase()} ${path} ${status === 'added' ? 'is new' : 'is gone'}.`,
    breaking: status === 'removed',
    source,
    side: status === 'added' ? 'after' : 'before',
  };
  return { id, method, path, status, breaking: change.breaking, changes: [change] };
}

function diffServers(before: ApiModel, after: ApiModel): Change[] {
  const old = new Set(before.servers.map(({ url }) => url));
  const now = new Set(after.servers.map(({ url }) => url));
  const source = { file: '', pointer: after.dialect === 'swagger-2.0' ? '/host' : '/servers' };
  return [
    ...[...now]
      .filter((url) => !old.has(url))
      .map((url) => ({
        kind: 'server-added',
        message: `The server ${url} is new.`,
        breaking: false,
        source,
        side: 'after' as const,
      })),
    ...[...old]
      .filter((url) => !now.has(url))
      .map((url) => ({
        kind: 'server-removed',
        message: `The server ${url} is gone.`,
        breaking: true,
        source,
        side: 'before' as const,
      })),
  ];
}
