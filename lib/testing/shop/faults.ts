import { listFaults } from '../service/faults';

import { behaviourFaults } from './faults-behaviour';
import { inputFaults } from './faults-input';
import { validationFaults } from './faults-validation';

export type FaultId = keyof typeof validationFaults | keyof typeof behaviourFaults | keyof typeof inputFaults;

/** Everything that the shop's server can be told to do wrong, by id. */
export const faults = listFaults(validationFaults, { ...behaviourFaults, ...inputFaults });

/** Narrows text from a command line to a fault. */
export function isFaultId(text: string): text is FaultId {
  return faults.some(({ id }) => id === text);
}
