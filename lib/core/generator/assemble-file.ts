import { groupBy } from '../group-by';

import { assembleSpec } from './playwright/assemble-spec';
import type { GeneratedCase, TestFileHead } from './suite';

/** Where a case stands in its file: 1-based lines, inclusive. */
export interface CaseSpan {
  key: string;
  startLine: number;
  endLine: number;
}

/** What assembling needs of a case; a stored one has no more. */
export type CaseInFile = Pick<GeneratedCase, 'key' | 'className' | 'imports' | 'code'>;

const width = 100;

/**
 * The text of a test file with these cases and no others: what generation writes and what publishing writes when only
 * some cases are approved. Imports follow from the cases; classes without a case are left out.
 */
export function assembleFile(
  head: TestFileHead,
  cases: readonly CaseInFile[],
): { text: string; spans: CaseSpan[] } {
  return head.path.endsWith('.ts') ? assembleSpec(head, cases) : assemblePython(head, cases);
}

function assemblePython(
  head: TestFileHead,
  cases: readonly CaseInFile[],
): { text: string; spans: CaseSpan[] } {
  const lines: string[] = [head.docstring, ''];
  const imports = new Set<string>();
  for (const each of cases) for (const name of each.imports) imports.add(name);
  const names = [...imports].sort(importOrder);
  lines.push('import pytest', ...importLines(names));
  const spans: CaseSpan[] = [];
  const byClass = groupBy(cases, (each) => each.className);
  for (const group of head.classes) {
    const own = byClass.get(group.name);
    if (own === undefined) continue;
    lines.push('', '', ...group.markers.map((marker) => `@pytest.mark.${marker}`), `class ${group.name}:`);
    lines.push(`    ${group.docstring}`);
    for (const each of own) {
      lines.push('');
      const startLine = lines.length + 1;
      for (const line of each.code.split('\n')) lines.push(line);
      spans.push({ key: each.key, startLine, endLine: lines.length });
    }
  }
  return { text: `${lines.join('\n')}\n`, spans };
}

function importLines(names: string[]): string[] {
  if (names.length === 0) return [];
  const line = `from api_client import ${names.join(', ')}`;
  if (line.length <= width) return [line];
  return ['from api_client import (', ...names.map((name) => `    ${name},`), ')'];
}

/** As isort orders members: constants, classes, functions; each by its letters. */
export function importOrder(a: string, b: string): number {
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0);
}

function rank(name: string): number {
  if (/^[A-Z0-9_]+$/.test(name)) return 0;
  return /^[A-Z]/.test(name) ? 1 : 2;
}
