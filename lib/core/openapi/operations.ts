import { entries } from './members';
import { httpMethods } from './model';
import { child, isObject, type Node } from './node';
import { readOperation, type Defaults, type WrittenOperation } from './operation';
import { pathShape } from './path-template';
import type { Scope } from './scope';

/** All operations of the document in its order, each with an id of its own. */
export function readOperations(scope: Scope, root: Node, defaults: Defaults): WrittenOperation[] {
  const found: WrittenOperation[] = [];
  const shapes = new Map<string, string>();
  for (const [path, member] of entries(scope.reader, root, 'paths', { extensions: false })) {
    reportAmbiguity(scope, shapes, path, member);
    found.push(...readPathItem(scope, path, member, defaults));
  }
  return uniqueIds(scope, found);
}

/** A Path Item Object: members beside its `$ref` win over those behind it (OpenAPI 3.1, section 4.8.9). */
function readPathItem(scope: Scope, path: string, member: Node, defaults: Defaults): WrittenOperation[] {
  if (member.value === null) return [];
  const target = scope.reader.follow(member);
  if (!target) return [];
  const holders = isObject(member.value) && target.pointer !== member.pointer ? [member, target] : [target];
  return Object.keys({ ...target.value, ...(isObject(member.value) ? member.value : {}) }).flatMap((name) => {
    const method = httpMethods.find((known) => known === name);
    if (!method) return [];
    const holder = holders.find((one) => child(one, name));
    const written = holder && child(holder, name);
    if (!holder || !written || written.value === null) return [];
    const operation = scope.reader.follow(written);
    if (!operation || !isObject(holder.value)) return [];
    const pathItem = { file: holder.file, pointer: holder.pointer, value: holder.value };
    return [readOperation(scope, pathItem, operation, method, path, defaults)];
  });
}

function reportAmbiguity({ reader }: Scope, shapes: Map<string, string>, path: string, node: Node): void {
  if (!path.startsWith('/')) {
    reader.report(
      'warning',
      'relative-path',
      node,
      `The path "${path}" does not start with a slash.`,
      'Begin it with /.',
    );
  }
  const shape = pathShape(path);
  const other = shapes.get(shape);
  if (other === undefined) shapes.set(shape, path);
  else {
    reader.report(
      'warning',
      'ambiguous-path',
      node,
      `The paths ${other} and ${path} match the same requests.`,
      'Keep one of them, or tell them apart by a fixed segment.',
    );
  }
}

/** A repeated id gets the method and path behind it, and a number if that is taken too. */
function uniqueIds({ reader }: Scope, operations: WrittenOperation[]): WrittenOperation[] {
  const taken = new Set<string>();
  return operations.map((operation) => {
    if (!taken.has(operation.id)) {
      taken.add(operation.id);
      return operation;
    }
    reader.report(
      'warning',
      'duplicate-operation-id',
      operation.source,
      `The id "${operation.id}" is used by more than one operation.`,
      'Give each operation an operationId of its own.',
    );
    const base = `${operation.id} ${operation.method.toUpperCase()} ${operation.path}`;
    let id = base;
    for (let number = 2; taken.has(id); number++) id = `${base} ${number}`;
    taken.add(id);
    return { ...operation, id };
  });
}
