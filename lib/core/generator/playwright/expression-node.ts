import type { Json } from '../../json';
import { longRepetition } from '../../python/literal';
import { partsOf } from '../../python/string';
import type { Expression, Invocation } from '../plan/expression';

import { asynchronous, callShapes, type CallShape } from './call-shapes';
import { camelCase, type SuiteNames } from './names';
import {
  array,
  arrow,
  atom,
  call,
  entry,
  number,
  object,
  prefixed,
  sum,
  text,
  type SourceNode,
} from './source-node';
import { checkDepth, memberAccess, memberName, numberText, quoted } from './source-text';

/** Writes expressions in TypeScript, and notes what they need of the support code. */
export interface ExpressionWriter {
  node(expression: Expression): SourceNode;
  /** A call, waited for where it asks the server. */
  invocation(invocation: Invocation): SourceNode;
  /** Names of the support code that were written. */
  used: Set<string>;
}

/** How each kind of expression is written. Text of the document gets here as literals only. */
export function expressionWriter(names: SuiteNames): ExpressionWriter {
  const used = new Set<string>();
  const use = (name: string): string => {
    used.add(name);
    return name;
  };

  function node(expression: Expression): SourceNode {
    switch (expression.kind) {
      case 'literal':
        return literalNode(expression.value, use);
      case 'bytes':
        return call('Buffer.from', [textNode(expression.text)]);
      case 'name':
        return atom(names.of(expression.name));
      case 'constant':
        return atom(use(expression.name));
      case 'statuses':
        return object(
          expression.entries.map(({ status, value }) => entry(String(status), literalNode(value, use))),
        );
      case 'object':
        return object(expression.entries.map(({ name, value }) => entryNode(memberName(name), node(value))));
      case 'list':
        return array(expression.items.map(node));
      case 'repeated':
        return repetition(node(expression.item), expression.count);
      case 'member':
        return memberNode(expression.of, expression.path);
      case 'spread':
        return prefixed('...', node(expression.of));
      case 'later':
        return later(expression.value);
      case 'invoke':
        return invocation(expression);
    }
  }

  function repetition(item: SourceNode, count: number): SourceNode {
    return call(use('repeated'), [item, number(String(count))]);
  }

  /** Members are taken of names only: what is taken of more is kept in a name first. */
  function memberNode(of: Expression, path: readonly (string | number)[]): SourceNode {
    const base = node(of);
    if (base.kind !== 'atom') throw new TypeError('A member is taken of something that has no name.');
    return text(base.flat + path.map(memberAccess).join(''));
  }

  /** A function that makes the value; what it waits for alone is its result. */
  function later(value: Expression): SourceNode {
    if (value.kind === 'invoke' && !hasWaiting(value)) return arrow(unwaited(value));
    return arrow(node(value), isWaiting(value));
  }

  function invocation(of: Invocation): SourceNode {
    return isAsynchronous(of) ? prefixed('await ', unwaited(of)) : unwaited(of);
  }

  function unwaited(of: Invocation): SourceNode {
    if ('helper' in of && of.helper === 'sample') {
      const listed = of.named.find(({ name }) => name === 'listed')?.value;
      const [variable, ...example] = of.args.map(node);
      if (listed && variable) return call(use('listedSample'), [variable, node(listed), ...example]);
    }
    const key = 'helper' in of ? of.helper : of.method;
    const target = 'helper' in of ? use(camelCase(of.helper)) : `${names.of(of.on)}.${camelCase(of.method)}`;
    return call(target, argumentsOf(of, callShapes[key] ?? {}));
  }

  function argumentsOf({ args, named }: Invocation, shape: CallShape): SourceNode[] {
    const { listFrom = args.length, then = [], most = args.length } = shape;
    const written = args.slice(0, Math.min(listFrom, most)).map(node);
    const listed = args.slice(listFrom);
    const follow = then.flatMap((name) => named.filter((each) => each.name === name));
    const options = named.filter(({ name }) => !then.includes(name));
    const isNeeded =
      shape.listFrom !== undefined && (listed.length > 0 || follow.length + options.length > 0);
    if (isNeeded) written.push(listNode(listed, shape.isLoose ?? false));
    written.push(...follow.map(({ value }) => node(value)));
    if (options.length > 0) {
      written.push(object(options.map(({ name, value }) => entryNode(camelCase(name), node(value)))));
    }
    return written;
  }

  /** A list that holds all of another one is that one. */
  function listNode(items: readonly Expression[], isLoose: boolean): SourceNode {
    const [only, ...others] = items;
    if (only && others.length === 0) {
      if (only.kind === 'spread') return node(only.of);
      if (isLoose) return node(only);
    }
    return array(items.map(node));
  }

  return { node, invocation, used };
}

/** `{ query }` where a member is called as its value is. */
function entryNode(name: string, value: SourceNode): SourceNode {
  return value.flat === name ? value : entry(name, value);
}

function isAsynchronous(of: Invocation): boolean {
  if ('helper' in of && of.helper === 'sample') return of.named.some(({ name }) => name === 'listed');
  return asynchronous.has('helper' in of ? of.helper : of.method);
}

/** Whether a value waits for the server, other than in a function of its own. */
function isWaiting(expression: Expression): boolean {
  switch (expression.kind) {
    case 'object':
      return expression.entries.some(({ value }) => isWaiting(value));
    case 'list':
      return expression.items.some(isWaiting);
    case 'repeated':
      return isWaiting(expression.item);
    case 'member':
    case 'spread':
      return isWaiting(expression.of);
    case 'invoke':
      return isAsynchronous(expression) || hasWaiting(expression);
    default:
      return false;
  }
}

function hasWaiting({ args, named }: Invocation): boolean {
  return args.some(isWaiting) || named.some(({ value }) => isWaiting(value));
}

function literalNode(value: Json, use: (name: string) => string, depth = 0): SourceNode {
  checkDepth(depth);
  if (value === null || typeof value === 'boolean') return atom(String(value));
  if (typeof value === 'number') return number(numberText(value));
  if (typeof value === 'string') return textNode(value);
  if (Array.isArray(value)) {
    const items = value.map((item) => literalNode(item, use, depth + 1));
    const [first] = items;
    const isRepetition =
      first?.flat !== undefined &&
      items.length >= longRepetition &&
      items.every(({ flat }) => flat === first.flat);
    return isRepetition ? call(use('repeated'), [first, number(String(items.length))]) : array(items);
  }
  return object(
    Object.entries(value).map(([name, each]) => entry(memberName(name), literalNode(each, use, depth + 1))),
  );
}

/** A text: a literal, a repetition as `'x'.repeat(201)`, or a sum with one. */
export function textNode(value: string): SourceNode {
  const parts = partsOf(value).map(({ unit, times }) =>
    times === 1 ? text(quoted(unit)) : text(`${quoted(unit)}.repeat(${times})`),
  );
  const [first, ...others] = parts;
  if (first === undefined) return text(`''`);
  return others.length === 0 ? first : sum(parts);
}
