import { literalLayout, repeated } from '../../python/layout/literal';
import {
  atom,
  call,
  collection,
  lambda,
  prefixed,
  subscripts,
  type LayoutNode,
} from '../../python/layout/node';
import { pythonLiteral } from '../../python/literal';
import { quoted } from '../../python/string';
import type { Expression, Invocation } from '../plan/expression';

/** How each kind of expression is written in Python. Text of the document gets here as literals only. */
export function expressionLayout(expression: Expression): LayoutNode {
  switch (expression.kind) {
    case 'literal':
      return literalLayout(expression.value);
    case 'bytes':
      return atom(`${quoted(expression.text)}.encode()`);
    case 'name':
    case 'constant':
      return atom(expression.name);
    case 'statuses':
      return collection(
        '{',
        expression.entries.map(({ status, value }) => prefixed(`${status}: `, literalLayout(value))),
        '}',
      );
    case 'object':
      return collection(
        '{',
        expression.entries.map(({ name, value }) => prefixed(`${quoted(name)}: `, expressionLayout(value))),
        '}',
      );
    case 'list':
      return collection('[', expression.items.map(expressionLayout), ']');
    case 'repeated':
      return repeated(expressionLayout(expression.item), expression.count);
    case 'member':
      return memberLayout(expression.of, expression.path);
    case 'spread':
      return prefixed('*', expressionLayout(expression.of));
    case 'later':
      return lambda(expressionLayout(expression.value));
    case 'invoke':
      return invocationLayout(expression);
  }
}

export function invocationLayout(invocation: Invocation): LayoutNode {
  const target = 'helper' in invocation ? invocation.helper : `${invocation.on}.${invocation.method}`;
  return call(target, [
    ...invocation.args.map(expressionLayout),
    ...invocation.named.map(({ name, value }) => prefixed(`${name}=`, expressionLayout(value))),
  ]);
}

/** Members are taken of names only: what is taken of more is kept in a name first. */
function memberLayout(of: Expression, path: readonly (string | number)[]): LayoutNode {
  const base = expressionLayout(of);
  if (base.kind !== 'atom') throw new TypeError('A member is taken of something that has no name.');
  return subscripts(
    base.flat,
    path.map((step) => (typeof step === 'string' ? quoted(step) : pythonLiteral(step))),
  );
}
