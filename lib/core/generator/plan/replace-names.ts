import type { Expression, Invocation } from './expression';

type Values = ReadonlyMap<string, Expression | undefined>;

/** A call with names replaced by values. */
export function replaceNames(call: Invocation, values: Values): Invocation {
  return {
    ...call,
    args: call.args.flatMap((each) => replacedArguments(each, values)),
    named: call.named.map(({ name, value }) => ({ name, value: replaced(value, values) })),
  };
}

/** `*place` with the value of a place is its steps. */
function replacedArguments(argument: Expression, values: Values): Expression[] {
  const inner = replaced(argument, values);
  const isSpread = inner.kind === 'spread' && inner.of.kind === 'literal' && Array.isArray(inner.of.value);
  if (!isSpread || inner.of.kind !== 'literal' || !Array.isArray(inner.of.value)) return [inner];
  return inner.of.value.map((value) => ({ kind: 'literal', value }));
}

function replaced(expression: Expression, values: Values): Expression {
  switch (expression.kind) {
    case 'name':
      return values.get(expression.name) ?? expression;
    case 'object':
      return {
        ...expression,
        entries: expression.entries.map(({ name, value }) => ({ name, value: replaced(value, values) })),
      };
    case 'list':
      return { ...expression, items: expression.items.map((item) => replaced(item, values)) };
    case 'repeated':
      return { ...expression, item: replaced(expression.item, values) };
    case 'member':
    case 'spread':
      return { ...expression, of: replaced(expression.of, values) };
    case 'later':
      return { ...expression, value: replaced(expression.value, values) };
    case 'invoke':
      return replaceNames(expression, values);
    default:
      return expression;
  }
}
