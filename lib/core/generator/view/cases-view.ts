import type { SourceRef } from '../../diagnostics';
import type { TestCase } from '../plan/case';
import type { Name } from '../plan/expression';

import { expressionView, type ExpressionView } from './expression-view';
import { Code, Docstring } from './printed';

export type NamedCase = TestCase & { name: Name };

/** A test file's functions as the template prints them; marks are numbered through the file. */
export interface CasesView {
  cases: CaseView[];
}

interface CaseView {
  name: Code;
  docstring: Docstring;
  arguments: Code[];
  /** The first argument of `parametrize`. */
  parameters: string[];
  rows: { mark: number; id: string; values: ExpressionView[] }[];
  steps: { mark: number; into: Code | false; call: ExpressionView }[];
}

/** The view of a file's cases, and the sources of each mark. */
export function casesView(cases: NamedCase[]): { view: CasesView; marks: SourceRef[][] } {
  const marks: SourceRef[][] = [];
  const mark = (sources: SourceRef[]): number => marks.push(sources) - 1;
  const view = cases.map((test) => ({
    name: new Code(test.name),
    docstring: new Docstring(docstringOf(test)),
    arguments: [...test.fixtures, ...test.parameters].map((name) => new Code(name)),
    parameters: test.parameters,
    rows: test.rows.map((row) => ({
      mark: mark(row.sources),
      id: row.id,
      values: row.values.map(expressionView),
    })),
    steps: test.steps.map((step) => ({
      mark: mark(step.sources),
      into: step.into ? new Code(step.into) : (false as const),
      call: expressionView(step.call),
    })),
  }));
  return { view: { cases: view }, marks };
}

const longestLine = 100 - 8 - 6;

/** What the document says and where, within one line of the file; the place alone where both do not fit. */
function docstringOf(test: TestCase): string {
  const pointer = pointerOf(test);
  const both = `${test.doc} (${pointer})`;
  if (width(both) <= longestLine) return both;
  return width(pointer) <= longestLine ? pointer : shortened(test.doc);
}

function pointerOf(test: TestCase): string {
  const operation = test.operation.source.pointer;
  if (test.rows.length > 0) return operation;
  const own = test.steps.flatMap((step) => step.sources).find((source) => source.pointer !== operation);
  return (own ?? test.operation.source).pointer;
}

/** Columns in the source: what is written as an escape takes more than one. */
function width(text: string): number {
  return [...text].reduce(
    (sum, character) => sum + (/[\x20-\x7e]/.test(character) ? (/["\\]/.test(character) ? 2 : 1) : 10),
    0,
  );
}

function shortened(text: string): string {
  const characters = [...text];
  while (width(characters.join('')) > longestLine - 3)
    characters.length = Math.floor(characters.length * 0.8);
  return `${characters.join('')}...`;
}
