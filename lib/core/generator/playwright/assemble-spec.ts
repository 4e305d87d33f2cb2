import { groupBy } from '../../group-by';
import type { CaseInFile, CaseSpan } from '../assemble-file';
import type { TestFileHead } from '../suite';

import { importText } from './imports';
import { quoted } from './source-text';

/**
 * The text of a spec file with these cases and no others. Imports follow from the cases; groups without a case are left
 * out.
 */
export function assembleSpec(
  head: TestFileHead,
  cases: readonly CaseInFile[],
): { text: string; spans: CaseSpan[] } {
  const imports = new Set(cases.flatMap((each) => each.imports));
  const lines = [head.docstring, ''];
  if (imports.size > 0) lines.push(...importText([...imports], './api-client').split('\n'));
  lines.push("import { test } from './fixtures';");
  const spans: CaseSpan[] = [];
  const byGroup = groupBy(cases, (each) => each.className);
  for (const group of head.classes) {
    const own = byGroup.get(group.name);
    if (own === undefined) continue;
    const title = [group.name, ...group.markers.map((marker) => `@${marker}`)].join(' ');
    lines.push('', group.docstring, `test.describe(${quoted(title)}, () => {`);
    own.forEach((each, index) => {
      if (index > 0) lines.push('');
      const startLine = lines.length + 1;
      for (const line of each.code.split('\n')) lines.push(line);
      spans.push({ key: each.key, startLine, endLine: lines.length });
    });
    lines.push('});');
  }
  return { text: `${lines.join('\n')}\n`, spans };
}
