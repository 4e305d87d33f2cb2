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

/** What a docstring holds before it would be cut. */
const longest = 300;

/** A sentence for a person, then the whole pointer to the place in the document. */
function docstringOf(test: TestCase): string {
  const pointer = pointerOf(test);
  const { method, path } = test.operation;
  const sentences = [test.doc, test.title, `${method.toUpperCase()} ${path}`, 'As documented'];
  const said = sentences.find((each) => each.length + pointer.length + 3 <= longest) ?? 'As documented';
  return `${said.charAt(0).toUpperCase()}${said.slice(1)} (${pointer})`;
}

function pointerOf(test: TestCase): string {
  const operation = test.operation.source.pointer;
  if (test.about) return test.about.pointer;
  const [first, ...others] = new Set(test.rows.flatMap((row) => row.sources.map((each) => each.pointer)));
  if (first !== undefined && others.length === 0) return first;
  if (test.rows.length > 0) return operation;
  const own = test.steps.flatMap((step) => step.sources).find((source) => source.pointer !== operation);
  return (own ?? test.operation.source).pointer;
}
