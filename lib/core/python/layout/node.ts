import { widthOf } from '../width';

/** A piece of Python that knows how it is broken where it does not fit on a line. */
export type LayoutNode = Atom | Brackets | Prefixed | Lambda | Operation | CutText | Subscripts;

interface Flat {
  /** On one line. */
  flat: string;
  /** Columns of `flat`. */
  width: number;
}

/** What is never broken. */
export interface Atom extends Flat {
  kind: 'atom';
}

/** Items between brackets. The arguments of a call, and of a function, may share the line below their bracket. */
export interface Brackets extends Flat {
  kind: 'brackets';
  open: string;
  close: string;
  items: readonly LayoutNode[];
  isCall: boolean;
}

/** `name=…`, `"key": …`, `target(…)`: only what follows is broken. */
export interface Prefixed extends Flat {
  kind: 'prefixed';
  prefix: string;
  prefixWidth: number;
  value: LayoutNode;
}

export interface Lambda extends Flat {
  kind: 'lambda';
  value: LayoutNode;
}

/** Operands that stand inside some brackets, with the same operator between them. */
export interface Operation extends Flat {
  kind: 'operation';
  operator: '+' | '*';
  operands: readonly LayoutNode[];
}

/** A long text, and how it is cut over several lines. */
export interface CutText extends Flat {
  kind: 'text';
  pieces: readonly string[];
}

/** `name["a"]["b"]`. */
export interface Subscripts extends Flat {
  kind: 'subscripts';
  name: string;
  keys: readonly string[];
}

export function atom(flat: string): Atom {
  return { kind: 'atom', flat, width: widthOf(flat) };
}

/** A list, a dictionary or a tuple of two or more. */
export function collection(open: string, items: readonly LayoutNode[], close: string): LayoutNode {
  return brackets(open, items, close, false);
}

/** `target(items)`; the target holds no brackets. */
export function call(target: string, items: readonly LayoutNode[]): LayoutNode {
  return prefixed(target, brackets('(', items, ')', true));
}

function brackets(open: string, items: readonly LayoutNode[], close: string, isCall: boolean): LayoutNode {
  if (items.length === 0) return atom(open + close);
  let flat = open;
  let width = open.length + close.length - 2;
  for (const item of items) {
    if (flat !== open) flat += ', ';
    flat += item.flat;
    width += item.width + 2;
  }
  return { kind: 'brackets', flat: flat + close, width, open, close, items, isCall };
}

export function prefixed(prefix: string, value: LayoutNode): LayoutNode {
  const prefixWidth = widthOf(prefix);
  return {
    kind: 'prefixed',
    flat: prefix + value.flat,
    width: prefixWidth + value.width,
    prefix,
    prefixWidth,
    value,
  };
}

export const lambdaPrefix = 'lambda: ';

export function lambda(value: LayoutNode): Lambda {
  return { kind: 'lambda', flat: lambdaPrefix + value.flat, width: lambdaPrefix.length + value.width, value };
}

export function operation(operator: '+' | '*', operands: readonly LayoutNode[]): Operation {
  const flat = operands.map((operand) => operand.flat).join(` ${operator} `);
  const width = operands.reduce((sum, operand) => sum + operand.width + 3, -3);
  return { kind: 'operation', flat, width, operator, operands };
}

export function cutText(flat: string, pieces: readonly string[]): CutText {
  return { kind: 'text', flat, width: widthOf(flat), pieces };
}

export function subscripts(name: string, keys: readonly string[]): Subscripts {
  const flat = `${name}${keys.map((key) => `[${key}]`).join('')}`;
  return { kind: 'subscripts', flat, width: widthOf(flat), name, keys };
}
