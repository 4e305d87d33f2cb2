/** One character out of a class, as the regular expression engine itself sees it. */
export interface CharacterSet {
  kind: 'set';
  has(character: string): boolean;
}

/** The syntax tree of an ECMA-262 pattern, as far as writing and matching text need it. */
export type PatternNode =
  | CharacterSet
  | { kind: 'sequence'; parts: PatternNode[] }
  | { kind: 'choice'; branches: PatternNode[] }
  | { kind: 'repeat'; body: PatternNode; min: number; max: number }
  | { kind: 'start' | 'end' }
  | { kind: 'look'; body: PatternNode; isPositive: boolean; isAhead: boolean }
  /** A word boundary or a back reference: read over when text is written, checked afterwards. */
  | { kind: 'other' };

export const emptyPattern: PatternNode = { kind: 'sequence', parts: [] };
