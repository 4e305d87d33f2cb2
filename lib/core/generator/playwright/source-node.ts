import { widthOf } from '../../python/width';

/** The longest line, as the suite's `package.json` has it. */
export const lineLength = 100;
const step = 2;
/** Columns that moving a text to a line of its own must gain. */
const leastGain = 3;

/** A piece of TypeScript that knows how it is broken where it does not fit on a line. */
export type SourceNode = Atom | Brackets | Call | Prefixed | Entry | Arrow | Sum;

interface Flat {
  /** On one line; `undefined` where the formatter never has it on one. */
  flat: string | undefined;
  width: number;
}

/** What is never broken. */
interface Atom extends Flat {
  kind: 'atom';
  flat: string;
  /** A text or a chain of members: it goes to a line of its own behind a colon where it does not fit. */
  moves: boolean;
  isNumber: boolean;
}

interface Brackets extends Flat {
  kind: 'object' | 'array';
  items: readonly SourceNode[];
}

interface Call extends Flat {
  kind: 'call';
  target: string;
  args: readonly SourceNode[];
}

/** `await …` and `...…`. */
interface Prefixed extends Flat {
  kind: 'prefixed';
  prefix: string;
  value: SourceNode;
}

/** `name: value`. */
interface Entry extends Flat {
  kind: 'entry';
  name: string;
  value: SourceNode;
}

interface Arrow extends Flat {
  kind: 'arrow';
  value: SourceNode;
  isAsync: boolean;
}

/** Texts joined by `+`. */
interface Sum extends Flat {
  kind: 'sum';
  operands: readonly SourceNode[];
}

export function atom(flat: string): Atom {
  return { kind: 'atom', flat, width: widthOf(flat), moves: false, isNumber: false };
}

export function text(flat: string): Atom {
  return { ...atom(flat), moves: true };
}

export function number(flat: string): Atom {
  return { ...atom(flat), isNumber: true };
}

export function array(items: readonly SourceNode[]): SourceNode {
  if (items.length === 0) return atom('[]');
  return { kind: 'array', items, ...flatOf('[', items, ']', isMatrix(items)) };
}

export function object(items: readonly SourceNode[]): SourceNode {
  if (items.length === 0) return atom('{}');
  return { kind: 'object', items, ...flatOf('{ ', items, ' }') };
}

export function call(target: string, args: readonly SourceNode[]): SourceNode {
  return { kind: 'call', target, args, ...flatOf(`${target}(`, args, ')') };
}

export function prefixed(prefix: string, value: SourceNode): SourceNode {
  return { kind: 'prefixed', prefix, value, ...flatOf(prefix, [value], '') };
}

export function entry(name: string, value: SourceNode): SourceNode {
  return { kind: 'entry', name, value, ...flatOf(`${name}: `, [value], '') };
}

export function arrow(value: SourceNode, isAsync = false): SourceNode {
  const [open, close] = value.kind === 'object' ? ['(', ')'] : ['', ''];
  return { kind: 'arrow', value, isAsync, ...flatOf(`${head(isAsync)} ${open}`, [value], close) };
}

export function sum(operands: readonly SourceNode[]): SourceNode {
  const flat = operands.map((operand) => operand.flat ?? '').join(' + ');
  return { kind: 'sum', operands, flat, width: widthOf(flat) };
}

function head(isAsync: boolean): string {
  return isAsync ? 'async () =>' : '() =>';
}

function flatOf(open: string, items: readonly SourceNode[], close: string, isBroken = false): Flat {
  let flat: string | undefined = isBroken ? undefined : open;
  let width = widthOf(open) + widthOf(close);
  items.forEach((item, index) => {
    if (index > 0 && flat !== undefined) flat += ', ';
    width += item.width + (index > 0 ? 2 : 0);
    flat = flat === undefined || item.flat === undefined ? undefined : flat + item.flat;
  });
  return { flat: flat === undefined ? undefined : flat + close, width };
}

/** Several objects, or several lists, with several members each: the formatter gives each a line of its own. */
function isMatrix(items: readonly SourceNode[]): boolean {
  const [first] = items;
  if (items.length < 2 || (first?.kind !== 'object' && first?.kind !== 'array')) return false;
  return items.every((item) => item.kind === first.kind && item.items.length > 1);
}

/**
 * TypeScript laid out as Prettier does with lines of 100 columns: on one line where it fits, else broken at its outermost
 * brackets first. Lines after the first are indented; the first is not.
 *
 * @param indent columns before the first line
 * @param before columns of other text before it on the first line
 * @param after columns of what follows it on its last line, such as a comma
 */
export function layOut(node: SourceNode, indent: number, before = 0, after = 0): string {
  return at(node, { indent, column: indent + before, after });
}

interface Place {
  indent: number;
  column: number;
  after: number;
}

function fits({ flat, width }: Flat, { column, after }: Place): boolean {
  return flat !== undefined && column + width + after <= lineLength;
}

function at(node: SourceNode, place: Place): string {
  if (node.flat !== undefined && fits(node, place)) return node.flat;
  switch (node.kind) {
    case 'atom':
      return node.flat;
    case 'object':
      return broken('{', node.items, '}', place.indent);
    case 'array':
      return node.items.length > 1 && node.items.every((item) => item.kind === 'atom' && item.isNumber)
        ? filled(node.items, place.indent)
        : broken('[', node.items, ']', place.indent);
    case 'call':
      return node.target + args(node, place);
    case 'prefixed':
      return node.prefix + at(node.value, { ...place, column: place.column + widthOf(node.prefix) });
    case 'entry':
      return brokenEntry(node, place);
    case 'arrow':
      return brokenArrow(node, place);
    case 'sum':
      return node.operands
        .map((operand) => at(operand, { indent: place.indent, column: place.indent, after: 2 }))
        .join(` +${newLine(place.indent)}`);
  }
}

function newLine(indent: number): string {
  return `\n${' '.repeat(indent)}`;
}

function broken(open: string, items: readonly SourceNode[], close: string, indent: number): string {
  const inner = indent + step;
  const lines = items.map(
    (item) => `${newLine(inner)}${at(item, { indent: inner, column: inner, after: 1 })},`,
  );
  return `${open}${lines.join('')}${newLine(indent)}${close}`;
}

/** As many numbers on a line as there is room for. */
function filled(items: readonly SourceNode[], indent: number): string {
  const inner = indent + step;
  let text = '[';
  let column = lineLength;
  for (const { flat = '', width } of items) {
    const isNext = column + 1 + width + 1 > lineLength;
    text += isNext ? newLine(inner) : ' ';
    column = (isNext ? inner : column + 1) + width + 1;
    text += `${flat},`;
  }
  return `${text}${newLine(indent)}]`;
}

/** The last argument alone is broken where it has brackets of its own and the others fit before it. */
function args({ target, args: all }: Call, place: Place): string {
  const last = all.at(-1);
  const others = all.slice(0, -1);
  const begin = place.column + widthOf(target) + 1;
  const taken = others.reduce((sum, { width }) => sum + width + 2, 0);
  const isSoft = others.every(({ flat }) => flat !== undefined);
  if (last !== undefined && isSoft && isHugged(last, others.at(-1)) && begin + taken + 1 <= lineLength) {
    const text =
      last.kind === 'arrow'
        ? hugged(last, { ...place, column: begin + taken })
        : brackets(last, place.indent);
    if (text !== undefined) return `(${others.map(({ flat = '' }) => `${flat}, `).join('')}${text})`;
  }
  return broken('(', all, ')', place.indent);
}

function brackets(node: SourceNode, indent: number): string | undefined {
  if (node.kind === 'object') return broken('{', node.items, '}', indent);
  return node.kind === 'array' ? broken('[', node.items, ']', indent) : undefined;
}

/** A function whose body has brackets of its own stays where it is. */
function hugged({ value, isAsync }: Arrow, { indent }: Place): string | undefined {
  const text = brackets(value, indent);
  if (text === undefined) return undefined;
  return value.kind === 'object' ? `${head(isAsync)} (${text})` : `${head(isAsync)} ${text}`;
}

function isHugged(last: SourceNode, before: SourceNode | undefined): boolean {
  if (last.kind === 'arrow') return last.value.kind === 'object' || last.value.kind === 'array';
  if (last.kind !== 'object' && last.kind !== 'array') return false;
  if (before?.kind === last.kind) return false;
  const isNumbers =
    last.kind === 'array' && last.items.every((item) => item.kind === 'atom' && item.isNumber);
  return !(isNumbers && last.items.length > 1 && before !== undefined);
}

/** A text goes to a line of its own, and so does what is too long up to where it could be broken. */
function brokenEntry({ name, value }: Entry, place: Place): string {
  const column = place.column + widthOf(name) + 2;
  const inLine = at(value, { ...place, column });
  // Behind a short name nothing is gained by it.
  const isLong = widthOf(name) >= step + leastGain;
  const isText = value.kind === 'atom' && value.moves;
  const isOver =
    inLine.includes('\n') && column + widthOf(inLine.slice(0, inLine.indexOf('\n'))) > lineLength;
  const isUnbroken = !inLine.includes('\n') && value.kind !== 'atom';
  if (value.kind !== 'sum' && !(isLong && (isText || isOver || isUnbroken))) return `${name}: ${inLine}`;
  const inner = place.indent + step;
  return `${name}:${newLine(inner)}${at(value, { indent: inner, column: inner, after: place.after })}`;
}

function brokenArrow(node: Arrow, place: Place): string {
  const text = hugged(node, place);
  if (text !== undefined) return text;
  const inner = place.indent + step;
  return `${head(node.isAsync)}${newLine(inner)}${at(node.value, { indent: inner, column: inner, after: place.after })}`;
}
