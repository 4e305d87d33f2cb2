import type { Json } from '../../json';
import { pythonLiteral } from '../../python/literal';
import type { Expression } from '../plan/expression';
import { fixed } from '../plan/named';

import { Code, type Printed } from './printed';

/** An expression as the template prints it. */
export type ExpressionView =
  | { kind: 'literal' | 'bytes'; value: Printed }
  | { kind: 'name'; name: Code }
  | { kind: 'object'; entries: { key: Printed; value: ExpressionView }[] }
  | { kind: 'list'; items: ExpressionView[] }
  | { kind: 'repeated'; item: ExpressionView; count: number }
  | { kind: 'member'; of: ExpressionView; path: (string | number)[] }
  | { kind: 'spread'; of: ExpressionView }
  | { kind: 'later'; value: ExpressionView }
  | { kind: 'text'; pieces: string[] }
  | { kind: 'invoke'; target: Code; args: { name: Code | false; value: ExpressionView }[] };

/** Decides how each kind of expression is printed in Python. */
export function expressionView(expression: Expression): ExpressionView {
  switch (expression.kind) {
    case 'literal':
      return literalView(expression.value);
    case 'bytes':
      return { kind: 'bytes', value: expression.text };
    case 'name':
      return { kind: 'name', name: new Code(expression.name) };
    case 'constant':
      return { kind: 'name', name: new Code(expression.name) };
    case 'statuses':
      return {
        kind: 'object',
        entries: expression.entries.map(({ status, value }) => ({
          key: status,
          value: { kind: 'literal', value },
        })),
      };
    case 'object':
      return {
        kind: 'object',
        entries: expression.entries.map(({ name, value }) => ({ key: name, value: expressionView(value) })),
      };
    case 'list':
      return { kind: 'list', items: expression.items.map(expressionView) };
    case 'repeated':
      return { kind: 'repeated', item: expressionView(expression.item), count: expression.count };
    case 'member':
      return { kind: 'member', of: expressionView(expression.of), path: expression.path };
    case 'spread':
      return { kind: 'spread', of: expressionView(expression.of) };
    case 'later':
      return { kind: 'later', value: expressionView(expression.value) };
    case 'invoke':
      return {
        kind: 'invoke',
        target:
          'helper' in expression
            ? new Code(expression.helper)
            : new Code(expression.on, fixed(expression.method)),
        args: [
          ...expression.args.map((value) => ({ name: false as const, value: expressionView(value) })),
          ...expression.named.map(({ name, value }) => ({
            name: new Code(name),
            value: expressionView(value),
          })),
        ],
      };
  }
}

const longestText = 70;

/** A value of the document; long texts in it are cut into pieces that fit the line. */
function literalView(value: Json): ExpressionView {
  if (typeof value === 'string') {
    if (value.length <= longestText / 2 || pythonLiteral(value).length <= longestText)
      return { kind: 'literal', value };
    const pieces = inPieces(value);
    return pieces.length === 1 ? { kind: 'literal', value } : { kind: 'text', pieces };
  }
  if (value === null || typeof value !== 'object' || !hasLongText(value)) return { kind: 'literal', value };
  if (Array.isArray(value)) return { kind: 'list', items: value.map(literalView) };
  const entries = Object.entries(value).map(([key, each]) => ({ key, value: literalView(each) }));
  return { kind: 'object', entries };
}

function hasLongText(value: Json): boolean {
  if (typeof value === 'string') return pythonLiteral(value).length > longestText;
  return value !== null && typeof value === 'object' && Object.values(value).some(hasLongText);
}

/** Cuts after spaces where there are any; a long repetition stays whole. */
function inPieces(text: string): string[] {
  if (/(.)\1{39}/su.test(text)) return [text];
  const pieces: string[] = [];
  let piece = '';
  for (const word of text.match(/\s*[^\s]{1,40}|\s+$/gu) ?? [text]) {
    if (piece !== '' && pythonLiteral(piece + word).length > longestText) {
      pieces.push(piece);
      piece = '';
    }
    piece += word;
  }
  return piece === '' ? pieces : [...pieces, piece];
}
