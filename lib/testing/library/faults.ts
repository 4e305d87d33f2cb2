import { listFaults } from '../service/faults';

import { behaviourFaults } from './faults-behaviour';
import { validationFaults } from './faults-validation';

export type FaultId = keyof typeof validationFaults | keyof typeof behaviourFaults;

/** Everything that the library's server can be told to do wrong, by id. */
export const faults = listFaults(validationFaults, behaviourFaults);

/** Narrows text from a command line to a fault. */
export function isFaultId(text: string): text is FaultId {
  return faults.some(({ id }) => id === text);
}
