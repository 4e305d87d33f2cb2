import type { SourceRef } from '../../diagnostics';
import type { Row } from '../plan/case';
import { pointedDoc, type NamedCase } from '../view/cases-view';

import { expressionWriter, type ExpressionWriter } from './expression-node';
import { testTitle, type SuiteNames } from './names';
import { Comment, Source } from './printed';
import { array, atom, entry, lineLength, object, prefixed, type SourceNode } from './source-node';
import { quoted } from './source-text';

/** A test file's functions as the template prints them; marks are numbered through the file. */
export interface SpecView {
  cases: CaseView[];
}

interface CaseView {
  comment: Comment;
  title: Source;
  /** What the test takes of the fixtures, in braces. */
  fixtures: Source;
  steps: { mark: number; statement: Source }[];
  /** The rows of a family of tests. */
  family: FamilyView | false;
}

interface FamilyView {
  /** What the loop takes of a row, in braces. */
  names: Source;
  /** On the line of the loop, or each on lines of its own. */
  line: { mark: number; rows: Source } | false;
  rows: { mark: number; row: Source }[];
}

export interface SpecFile {
  view: SpecView;
  marks: SourceRef[][];
  /** What each case uses of the support code. */
  imports: string[][];
}

/** The view of a file's cases, the sources of each mark, and what each case imports. */
export function specView(cases: readonly NamedCase[], names: SuiteNames): SpecFile {
  const marks: SourceRef[][] = [];
  const mark = (sources: SourceRef[]): number => marks.push(sources) - 1;
  const imports: string[][] = [];
  const view = cases.map((test): CaseView => {
    const writer = expressionWriter(names);
    const isFamily = test.rows.length > 0;
    const family = isFamily && familyView(test, writer, names, mark);
    const steps = stepsOf(test, writer, names, isFamily ? 6 : 4).map(({ sources, statement }) => ({
      mark: mark(sources),
      statement,
    }));
    imports.push([...writer.used].sort());
    const title = titleOf(test, isFamily);
    return {
      comment: new Comment(pointedDoc(test)),
      title: plain(title),
      fixtures: fixturesSource(
        fixturesOf(test).map((name) => names.of(name)),
        title,
        isFamily ? 4 : 2,
      ),
      steps,
      family,
    };
  });
  return { view: { cases: view }, marks, imports };
}

/** Playwright has no timer of its own, and needs no fixture for one. */
function fixturesOf({ fixtures }: NamedCase): string[] {
  return fixtures.filter((name) => name !== 'benchmark');
}

/** A text, or a template with the id of a row. */
function titleOf({ name }: NamedCase, isFamily: boolean): string {
  const title = testTitle(name);
  return isFamily ? `\`${title} [\${id}]\`` : quoted(title);
}

/** What a test takes of the fixtures: on the line of its title, or on lines of their own where that is too long. */
function fixturesSource(names: readonly string[], title: string, indent: number): Source {
  const line = braces(names);
  const isShort = indent + `test(${title}, async (${line}) => {`.length <= lineLength;
  if (isShort || names.length === 0) return plain(line);
  const lead = ' '.repeat(indent);
  return plain(['{', ...names.map((name) => `${lead}  ${name},`), `${lead}}`].join('\n'));
}

/** Text of our own names: never broken. */
function plain(text: string): Source {
  return new Source(atom(text), 0);
}

export function braces(names: readonly string[]): string {
  return names.length === 0 ? '{}' : `{ ${names.join(', ')} }`;
}

function stepsOf(test: NamedCase, { invocation }: ExpressionWriter, names: SuiteNames, indent: number) {
  const written = new Map<string, number>();
  for (const { into } of test.steps) if (into !== undefined) written.set(into, (written.get(into) ?? 0) + 1);
  const known = new Set<string>();
  return test.steps.map(({ into, call: invoked, sources }) => {
    let before = '';
    if (into !== undefined) {
      const word = known.has(into) ? '' : written.get(into) === 1 ? 'const ' : 'let ';
      before = `${word}${names.of(into)} = `;
      known.add(into);
    }
    const node = prefixed(before, invocation(invoked));
    return { sources, statement: new Source(node, indent, 0, 1) };
  });
}

const head = 'for (const ';

function familyView(
  test: NamedCase,
  writer: ExpressionWriter,
  names: SuiteNames,
  mark: (sources: SourceRef[]) => number,
): FamilyView {
  const taken = braces(['id', ...test.parameters.map((name) => names.of(name))]);
  const nodes = test.rows.map((row) => rowNode(row, test, writer, names));
  const all = array(nodes);
  const isOnLine = all.flat !== undefined && 2 + `${head}${taken} of ) {`.length + all.width <= lineLength;
  if (isOnLine) {
    const sources = test.rows.flatMap((row) => row.sources);
    return { names: plain(taken), line: { mark: mark(sources), rows: new Source(all, 0) }, rows: [] };
  }
  const rows = test.rows.map(({ sources }, index) => ({
    mark: mark(sources),
    row: new Source(nodes[index] ?? all, 4, 0, 1),
  }));
  return { names: plain(taken), line: false, rows };
}

function rowNode(row: Row, test: NamedCase, { node }: ExpressionWriter, names: SuiteNames): SourceNode {
  const values = row.values.map((value, index) => {
    const parameter = test.parameters[index];
    if (parameter === undefined) throw new TypeError('A row has more values than its test has parameters.');
    return entry(names.of(parameter), node(value));
  });
  return object([entry('id', atom(quoted(row.id))), ...values]);
}
