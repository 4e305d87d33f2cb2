import type { JsonObject } from '../../core/json';

import { withPlace } from './document';
import type { ValidationFault } from './overlooked';

export const faultClasses = [
  'validation',
  'status',
  'response',
  'life-cycle',
  'authorisation',
  'protocol',
] as const;
export type FaultClass = (typeof faultClasses)[number];

export interface Fault {
  class: FaultClass;
  /** One line: what the server does wrong. */
  description: string;
  /** `operationId`s of the document in which the fault shows. */
  operations: readonly string[];
}

export function fault(kind: FaultClass, description: string, ...operations: string[]): Fault {
  return { class: kind, description, operations };
}

/** All faults of a server as one list, those of validation first. */
export function listFaults<V extends string, B extends string>(
  validation: Readonly<Record<V, ValidationFault>>,
  behaviour: Readonly<Record<B, Fault>>,
): (Fault & { id: V | B })[] {
  return [
    ...entries(validation).map(([id, { description, operations }]) => ({
      id,
      class: 'validation' as const,
      description,
      operations,
    })),
    ...entries(behaviour).map(([id, one]) => ({ id, ...one })),
  ];
}

/** The document as a server reads it that overlooks some of its rules. */
export function asOverlooked<V extends string>(
  document: JsonObject,
  validation: Readonly<Record<V, ValidationFault>>,
  faults: ReadonlySet<string>,
): JsonObject {
  let read = document;
  for (const [id, { reads }] of entries(validation)) {
    if (!faults.has(id)) continue;
    for (const [pointer, value] of Object.entries(reads)) read = withPlace(read, pointer, value);
  }
  return read;
}

function entries<K extends string, V>(record: Readonly<Record<K, V>>): [K, V][] {
  const names: K[] = [];
  for (const name in record) names.push(name);
  return names.map((name) => [name, record[name]]);
}
