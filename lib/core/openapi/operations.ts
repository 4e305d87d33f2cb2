import { entries, entriesOf } from './members';
import { httpMethods, type HttpMethod } from './model';
import { child, isObject, type Node, type ObjectNode } from './node';
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
  reportOtherMembers(scope, path, target);
  const holders = isObject(member.value) && target.pointer !== member.pointer ? [member, target] : [target];
  return Object.keys({ ...target.value, ...(isObject(member.value) ? member.value : {}) }).flatMap((name) => {
    const method = methodOf(scope, name);
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

/** TRACE came with OpenAPI 3.0, QUERY with 3.2. */
function methodOf({ reader }: Scope, name: string): HttpMethod | undefined {
  if (name === 'trace' && reader.dialect === 'swagger-2.0') return undefined;
  if (name === 'query' && reader.dialect !== 'openapi-3.2') return undefined;
  return httpMethods.find((known) => known === name);
}

const pathItemMembers = new Set([
  '$ref',
  'summary',
  'description',
  'servers',
  'parameters',
  'additionalOperations',
]);

/** Methods of other names, and members that a Path Item Object does not have: no test comes of them. */
function reportOtherMembers(scope: Scope, path: string, item: ObjectNode): void {
  const { reader, leftOut } = scope;
  if (reader.dialect === 'openapi-3.2') {
    for (const [method, place] of entries(reader, item, 'additionalOperations')) {
      leftOut.add(place, `method ${method} of ${path}`, 'methods beyond those of HTTP itself are not sent');
    }
  }
  for (const [name, place] of entriesOf(item, { extensions: false })) {
    if (pathItemMembers.has(name) || methodOf(scope, name)) continue;
    reader.report(
      'warning',
      'unknown-path-member',
      place,
      `"${name}" is no method and no other member of a path in ${reader.dialect}; it is left out.`,
      'Write methods in lower case; QUERY and additionalOperations need OpenAPI 3.2.',
    );
  }
}

/** What the server is to send on its own (OpenAPI 3.1, section 4.8.1) no client of it can see. */
export function noteWebhooks({ reader, leftOut }: Scope, root: Node): void {
  for (const [name, place] of entries(reader, root, 'webhooks')) {
    leftOut.add(place, `webhook ${name}`, 'requests that the server sends to others are not tested');
  }
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
