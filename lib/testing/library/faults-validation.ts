import { bodyFaults } from './faults-body';
import { itemFaults } from './faults-items';
import { parameterFaults } from './faults-parameters';

/** Rules that the server can overlook. */
export const validationFaults = { ...itemFaults, ...bodyFaults, ...parameterFaults };
