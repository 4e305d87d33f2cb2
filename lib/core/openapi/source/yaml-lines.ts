import type { EventType, State } from 'js-yaml';

import { LineIndex } from './lines';
import type { Finding } from './source-file';

interface Seen {
  line: number;
  endLine: number;
  value: unknown;
  children: Seen[];
}

/**
 * Collects lines while js-yaml parses. Its events tell where each node opens and closes; a mapping's children come as
 * name, value, name, value. A block container closes after trailing blanks and comments, so its end is taken from
 * its last child.
 */
export class YamlLines {
  readonly lines = new LineIndex();
  readonly findings: Finding[] = [];
  private readonly stack: Seen[] = [{ line: 1, endLine: 1, value: undefined, children: [] }];

  readonly listener = (event: EventType, state: State): void => {
    if (event === 'open') {
      this.stack.push({ line: state.line + 1, endLine: state.line + 1, value: undefined, children: [] });
      return;
    }
    const node = this.stack.pop();
    if (!node) return;
    node.value = state.result;
    node.endLine = endLine(node, state);
    this.record(node, state.kind);
    node.children = [];
    this.stack.at(-1)?.children.push(node);
  };

  private record(node: Seen, kind: string | null): void {
    const container = node.value;
    if (typeof container !== 'object' || container === null || this.lines.has(container)) return;
    if (kind === 'sequence') {
      node.children.forEach((child, index) =>
        this.lines.set(container, String(index), child.line, child.endLine),
      );
    } else if (kind === 'mapping') this.recordMembers(container, node.children);
  }

  private recordMembers(container: object, children: Seen[]): void {
    const seen = new Set<string>();
    for (let at = 0; at + 1 < children.length; at += 2) {
      const key = children[at];
      const value = children[at + 1];
      if (!key || !value) return;
      const name = String(key.value);
      if (seen.has(name)) this.findings.push(duplicateName(name, key.line));
      seen.add(name);
      if (Object.hasOwn(container, name)) {
        this.lines.set(container, name, key.line, Math.max(key.endLine, value.endLine));
      }
    }
  }
}

function endLine(node: Seen, state: State): number {
  const children = node.children;
  const last = state.input.charCodeAt(state.position - 1);
  const isContainer = state.kind === 'mapping' || state.kind === 'sequence';
  const isFlow = last === 0x7d || last === 0x5d;
  if (isContainer && !isFlow && children.length > 0) {
    return children.reduce((end, child) => Math.max(end, child.endLine), node.line);
  }
  // Block scalars close at the start of the line after them, and blank lines may follow.
  let at = state.position;
  let line = state.line + 1;
  while (at > 0 && isBlank(state.input.charCodeAt(at - 1))) {
    at--;
    if (state.input.charCodeAt(at) === 0x0a) line--;
  }
  return Math.max(line, node.line);
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}

function duplicateName(name: string, line: number): Finding {
  return {
    code: 'duplicate-key',
    message: `The key "${name}" is given twice in the same mapping; the last one counts.`,
    advice: 'Remove one of them.',
    line,
  };
}
