import { behaviourFaults } from './faults-behaviour';
import { validationFaults } from './faults-validation';

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
  id: string;
  class: FaultClass;
  /** One line: what the server does wrong. */
  description: string;
  /** `operationId`s of the document in which the fault shows. */
  operations: readonly string[];
}

export type FaultId = keyof typeof validationFaults | keyof typeof behaviourFaults;

/** Everything that the shop's server can be told to do wrong, by id. */
export const faults: readonly (Fault & { id: FaultId })[] = [
  ...entries(validationFaults).map(([id, fault]) => ({
    id,
    class: 'validation' as const,
    description: fault.description,
    operations: fault.operations,
  })),
  ...entries(behaviourFaults).map(([id, fault]) => ({ id, ...fault })),
];

/** Narrows text from a command line to a fault. */
export function isFaultId(text: string): text is FaultId {
  return Object.hasOwn(validationFaults, text) || Object.hasOwn(behaviourFaults, text);
}

function entries<K extends string, V>(record: Readonly<Record<K, V>>): [K, V][] {
  const names: K[] = [];
  for (const name in record) names.push(name);
  return names.map((name) => [name, record[name]]);
}
