import { formatPython } from '../platform/python/ruff';

/** Python text as the formatter lays it out, for tests of what is laid out without it. */
export const formatted: (text: string) => string = formatPython;
