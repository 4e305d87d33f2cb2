import type { SourceRef } from '../../diagnostics';
import { atom, call, collection, prefixed } from '../../python/layout/node';
import { quoted } from '../../python/string';
import type { Row, Step, TestCase } from '../plan/case';
import type { Name } from '../plan/expression';

import { expressionLayout, invocationLayout } from './expression-layout';
import { Code, Docstring, LaidOut } from './printed';
import { signature } from './signature';

export type NamedCase = TestCase & { name: Name };

/** A test file's functions as the template prints them; marks are numbered through the file. */
export interface CasesView {
  cases: CaseView[];
}

interface CaseView {
  docstring: Docstring;
  /** Name and arguments. */
  signature: LaidOut;
  /** The first argument of `parametrize`. */
  parameters: LaidOut;
  rows: { mark: number; param: LaidOut }[];
  steps: { mark: number; into: Code | false; call: LaidOut }[];
}

/** The view of a file's cases, and the sources of each mark. */
export function casesView(cases: NamedCase[]): { view: CasesView; marks: SourceRef[][] } {
  const marks: SourceRef[][] = [];
  const mark = (sources: SourceRef[]): number => marks.push(sources) - 1;
  const view = cases.map((test) => ({
    docstring: new Docstring(pointedDoc(test)),
    signature: signature(4, test.name, ['self', ...test.fixtures, ...test.parameters]),
    parameters: parametersOf(test),
    rows: test.rows.map((row) => ({ mark: mark(row.sources), param: paramOf(row) })),
    steps: test.steps.map((step) => ({ mark: mark(step.sources), ...statement(step) })),
  }));
  return { view: { cases: view }, marks };
}

/** One name as a string, several as a tuple of them. */
function parametersOf({ parameters }: NamedCase): LaidOut {
  const names = parameters.map((each) => atom(quoted(each)));
  const [first] = names;
  return new LaidOut(first && names.length === 1 ? first : collection('(', names, ')'), 8, 0, comma);
}

/** `pytest.param(…, id="…")`. */
export function paramOf({ values, id }: Row): LaidOut {
  const args = [...values.map(expressionLayout), prefixed('id=', atom(quoted(id)))];
  return new LaidOut(call('pytest.param', args), 12, 0, comma);
}

/** `response = create_book.send()`. */
export function statement({ into, call: invocation }: Step): { into: Code | false; call: LaidOut } {
  const before = into === undefined ? 0 : `${into} = `.length;
  return {
    into: into === undefined ? false : new Code(into),
    call: new LaidOut(invocationLayout(invocation), 8, before),
  };
}

/** Columns of the comma behind an item. */
const comma = 1;

/** What a docstring holds before it would be cut. */
const longest = 300;

/** A sentence for a person, then the whole pointer to the place in the document. */
export function pointedDoc(test: TestCase): string {
  const pointer = pointerOf(test);
  const { method, path } = test.operation;
  const sentences = [test.doc, test.title, `${method.toUpperCase()} ${path}`, 'As documented'];
  const said = sentences.find((each) => each.length + pointer.length + 3 <= longest) ?? 'As documented';
  return `${said.charAt(0).toUpperCase()}${said.slice(1)} (${pointer})`;
}

function pointerOf({ operation, about, rows, steps }: TestCase): string {
  if (about) return about.pointer;
  const own = operation.source.pointer;
  if (rows.length > 0) return sharedPointer(rows) ?? own;
  for (const { sources } of steps) {
    const other = sources.find(({ pointer }) => pointer !== own);
    if (other) return other.pointer;
  }
  return own;
}

/** The place that all rows are about, where they are about one. */
function sharedPointer(rows: readonly Row[]): string | undefined {
  let shared: string | undefined;
  for (const { sources } of rows) {
    for (const { pointer } of sources) {
      if (shared !== undefined && shared !== pointer) return undefined;
      shared = pointer;
    }
  }
  return shared;
}
