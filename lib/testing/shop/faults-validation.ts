import { bodyFaults } from './faults-body';
import { parameterFaults } from './faults-parameters';

/** Rules that the server can overlook. */
export const validationFaults = { ...bodyFaults, ...parameterFaults };
