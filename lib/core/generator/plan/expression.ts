import type { Json } from '../../json';
import type { PythonIdentifier } from '../../python/identifier';

/** A name in a test: closed alphabet, so that any target can print it as it is. */
export type Name = PythonIdentifier;

/** What the support code of a suite (`api_client`) offers to tests; a target prints these names in its own case style. */
export const helpers = [
  'changed',
  'comma_separated',
  'dotted',
  'etag_of',
  'expect_all_pages',
  'expect_at_most',
  'expect_cleared',
  'expect_each',
  'expect_fields',
  'expect_handled',
  'expect_harmless',
  'expect_header',
  'expect_in_time',
  'expect_listed',
  'expect_no_internals',
  'expect_not_listed',
  'expect_not_stored',
  'expect_other_page',
  'expect_page_ceiling',
  'expect_preferred',
  'expect_rejection',
  'expect_same_answer',
  'expect_sorted',
  'expect_steady',
  'expect_success',
  'expect_tag_of_content',
  'expect_unchanged',
  'json_text',
  'matrix',
  'only',
  'padded',
  'pipe_separated',
  'raw_json',
  'reserved',
  'sample',
  'sample_file',
  'space_separated',
  'tab_separated',
  'unique',
  'unique_email',
  'unique_integer',
  'unique_like',
  'unique_uuid',
  'verbatim',
  'without',
] as const;
export type Helper = (typeof helpers)[number];

/** Methods of the support code's objects. */
export type Method =
  | 'body'
  | 'etag'
  | 'first'
  | 'follow'
  | 'require_accepted'
  | 'require_other_tag'
  | 'require_sample'
  | 'result'
  | 'send'
  | 'send_preferring'
  | 'sent'
  | 'wait_until_done';

export const constants = ['CLIENT_ERRORS', 'OMITTED', 'SUCCESS'] as const;
export type Constant = (typeof constants)[number];

/** A value in a test, as data: no target's syntax, and text of the document only as literals. */
export type Expression =
  | { kind: 'literal'; value: Json }
  | { kind: 'bytes'; text: string }
  | { kind: 'object'; entries: NamedExpression[] }
  | { kind: 'list'; items: Expression[] }
  /** A list of equal items. */
  | { kind: 'repeated'; item: Expression; count: number }
  /** A mapping whose keys are statuses, or classes of them (4 for 4XX). */
  | { kind: 'statuses'; entries: { status: number; value: Json }[] }
  | { kind: 'name'; name: Name }
  | { kind: 'member'; of: Expression; path: (string | number)[] }
  | { kind: 'constant'; name: Constant }
  | { kind: 'spread'; of: Expression }
  | { kind: 'later'; value: Expression }
  | Invocation;

export interface NamedExpression {
  name: string;
  value: Expression;
}

/** A call of a helper, or of a method where `on` is given. */
export type Invocation = {
  kind: 'invoke';
  args: Expression[];
  named: { name: Name; value: Expression }[];
} & ({ helper: Helper } | { on: Name; method: Method });

export const literal = (value: Json): Expression => ({ kind: 'literal', value });
export const name = (of: Name): Expression => ({ kind: 'name', name: of });
export const member = (of: Expression, path: (string | number)[]): Expression =>
  path.length === 0 ? of : { kind: 'member', of, path };
export const constant = (of: Constant): Expression => ({ kind: 'constant', name: of });
export const spread = (of: Expression): Expression => ({ kind: 'spread', of });

/** All names of helpers and constants that an expression needs, for the imports; added to those that are given. */
export function importsOf(
  expression: Expression,
  names = new Set<Helper | Constant>(),
): Set<Helper | Constant> {
  switch (expression.kind) {
    case 'literal':
    case 'statuses':
    case 'bytes':
    case 'name':
      break;
    case 'constant':
      names.add(expression.name);
      break;
    case 'object':
      for (const entry of expression.entries) importsOf(entry.value, names);
      break;
    case 'list':
      for (const item of expression.items) importsOf(item, names);
      break;
    case 'repeated':
      importsOf(expression.item, names);
      break;
    case 'member':
    case 'spread':
      importsOf(expression.of, names);
      break;
    case 'later':
      importsOf(expression.value, names);
      break;
    case 'invoke':
      if ('helper' in expression) names.add(expression.helper);
      for (const argument of expression.args) importsOf(argument, names);
      for (const argument of expression.named) importsOf(argument.value, names);
  }
  return names;
}
