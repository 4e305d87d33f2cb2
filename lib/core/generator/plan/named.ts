import { snakeCase } from '../../python/identifier';

import type { Expression, Helper, Invocation, Method, Name } from './expression';

/** A name that the generator itself chooses: checked to be one, never taken from a document. */
export function fixed(text: string): Name {
  const known = checked.get(text);
  if (known !== undefined) return known;
  const made = snakeCase(text, { fallback: 'name' });
  if (made !== text) throw new TypeError(`Not a name for generated code: ${text}`);
  checked.set(text, made);
  return made;
}

/** As many as there are names in our own code. */
const checked = new Map<string, Name>();

type Named = Record<string, Expression | undefined>;

function namedOf(named: Named): Invocation['named'] {
  return Object.entries(named).flatMap(([key, value]) =>
    value === undefined ? [] : [{ name: fixed(key), value }],
  );
}

/** A call of a helper: `unique("The Hobbit", max_length=200)`. */
export function help(helper: Helper, args: Expression[], named: Named = {}): Invocation {
  return { kind: 'invoke', helper, args, named: namedOf(named) };
}

/** A call of a method: `create_book.send(query={...})`. */
export function invoke(on: Name, method: Method, args: Expression[] = [], named: Named = {}): Invocation {
  return { kind: 'invoke', on, method, args, named: namedOf(named) };
}
