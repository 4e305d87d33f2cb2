import { Source } from './printed';
import { atom, lineLength } from './source-node';

/** The import of names and types from a module, on one line where it fits; nothing where there are none. */
export function importText(names: readonly string[], module: string, types: readonly string[] = []): string {
  const all = [...names.toSorted(inOrder), ...types.toSorted(inOrder).map((each) => `type ${each}`)];
  const line = `import { ${all.join(', ')} } from '${module}';`;
  if (line.length <= lineLength) return line;
  return ['import {', ...all.map((name) => `  ${name},`), `} from '${module}';`].join('\n');
}

export function importLine(names: readonly string[], module: string, types: readonly string[] = []): Source {
  return new Source(atom(importText(names, module, types)), 0);
}

/** Constants and classes first, then functions; each by its letters. */
function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
