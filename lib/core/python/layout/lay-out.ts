import { widthOf } from '../width';

import {
  lambdaPrefix,
  type Brackets,
  type CutText,
  type LayoutNode,
  type Operation,
  type Subscripts,
} from './node';

/** The longest line, as `ruff.toml` of a suite has it. */
export const lineLength = 100;
const step = 4;

/** Where something is printed. */
interface Place {
  /** Columns that the line is indented by: what closes a bracket stands there. */
  indent: number;
  /** Columns that are taken on the line already. */
  column: number;
  /** Columns that what follows on the line takes up to where it may be broken. */
  after: number;
}

/**
 * Python laid out as `ruff format` does with lines of 100 columns, so that no formatter has to read it: on one line where
 * it fits, else broken at its outermost brackets first. Lines after the first are indented; the first is not.
 *
 * @param indent columns before the first line
 * @param before columns of other text before it on the first line
 * @param after columns of what follows it on its last line, such as a comma
 */
export function layOut(node: LayoutNode, indent: number, before = 0, after = 0): string {
  return at(node, { indent, column: indent + before, after });
}

function at(node: LayoutNode, place: Place): string {
  if (place.column + node.width + place.after <= lineLength) return node.flat;
  switch (node.kind) {
    case 'atom':
      return node.flat;
    case 'brackets':
      return brokenBrackets(node, place.indent);
    case 'prefixed':
      return node.prefix + at(node.value, { ...place, column: place.column + node.prefixWidth });
    case 'lambda':
      return lambdaPrefix + body(node.value, place);
    case 'operation':
      return brokenOperation(node, place);
    case 'text':
      return brokenText(node, place.indent);
    case 'subscripts':
      return brokenSubscripts(node, place);
  }
}

function newLine(indent: number): string {
  return `\n${' '.repeat(indent)}`;
}

function inParentheses(text: string, indent: number): string {
  return `(${newLine(indent + step)}${text}${newLine(indent)})`;
}

/** Cut only where one line of its own is too short. */
function brokenText({ flat, width, pieces }: CutText, indent: number): string {
  const inner = indent + step;
  return inParentheses(inner + width <= lineLength ? flat : pieces.join(newLine(inner)), indent);
}

/** A comma ends the last item where there are several; one alone has none. */
function brokenBrackets({ open, close, items, isCall, width }: Brackets, indent: number): string {
  const inner = indent + step;
  const separator = `,${newLine(inner)}`;
  const isOneLine = isCall && inner + width - open.length - close.length <= lineLength;
  const comma = items.length > 1 ? 1 : 0;
  const text = isOneLine
    ? items.map((item) => item.flat).join(', ')
    : items.map((item) => at(item, { indent: inner, column: inner, after: comma })).join(separator) +
      ','.repeat(comma);
  return `${open}${newLine(inner)}${text}${newLine(indent)}${close}`;
}

/**
 * What has brackets of its own stays behind the colon, a member where its first bracket still fits there; everything
 * else gets some.
 */
function body(value: LayoutNode, { indent, column, after }: Place): string {
  const start = column + lambdaPrefix.length;
  const behind = at(value, { indent, column: start, after });
  if (value.kind === 'brackets' || value.kind === 'prefixed' || value.kind === 'text') return behind;
  const end = behind.indexOf('\n');
  if (value.kind === 'subscripts' && end >= 0 && start + widthOf(behind.slice(0, end)) <= lineLength)
    return behind;
  const inner = indent + step;
  return inParentheses(at(value, { indent: inner, column: inner, after: 0 }), indent);
}

/** Each operator begins a line. */
function brokenOperation({ operator, operands }: Operation, { indent, column, after }: Place): string {
  const last = operands.length - 1;
  return operands
    .map((operand, index) => {
      const start = index === 0 ? column : indent + operator.length + 1;
      return at(operand, { indent, column: start, after: index === last ? after : 0 });
    })
    .join(`${newLine(indent)}${operator} `);
}

/** A subscript stays on its line where it fits there with what it is followed by: the bracket of the next one. */
function brokenSubscripts({ name, keys }: Subscripts, { indent, column, after }: Place): string {
  let text = name;
  let reached = column + widthOf(name);
  keys.forEach((key, index) => {
    const width = widthOf(key) + 2;
    if (reached + width + (index === keys.length - 1 ? after : 1) <= lineLength) {
      text += `[${key}]`;
      reached += width;
      return;
    }
    text += `[${newLine(indent + step)}${key}${newLine(indent)}]`;
    reached = indent + 1;
  });
  return text;
}
