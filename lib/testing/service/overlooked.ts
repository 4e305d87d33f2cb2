import type { Json } from '../../core/json';

/** A rule that the server overlooks: its own copy of the document is changed at these places before it validates. */
export interface ValidationFault {
  description: string;
  operations: readonly string[];
  /** JSON Pointer of a keyword to the value that the server believes; `undefined`: it does not know the keyword. */
  reads: Readonly<Record<string, Json | undefined>>;
}

export function overlooked(
  description: string,
  operations: readonly string[],
  pointer: string,
  value?: Json,
): ValidationFault {
  return { description, operations, reads: { [pointer]: value } };
}

export const schema = (name: string, ...rest: string[]) => ['/components/schemas', name, ...rest].join('/');
