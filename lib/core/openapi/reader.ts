import type { Severity, SourceRef } from '../diagnostics';
import type { Json } from '../json';

import type { DiagnosticLog } from './diagnostic-log';
import { splitReference } from './file-names';
import { targetFile, type LoadedFiles } from './load-files';
import type { Dialect } from './model';
import { child, isObject, type Node, type ObjectNode } from './node';
import { percentDecode, tokensOf } from './pointer';

/** How many references may lead to one another before they count as endless. */
const maxHops = 50;

/** What all parts of the reader share: the files, the way from a reference to its target, and the diagnostics. */
export class Reader {
  constructor(
    private readonly files: LoadedFiles,
    private readonly entryName: string,
    private readonly log: DiagnosticLog,
    readonly dialect: Dialect,
  ) {}

  report(severity: Severity, code: string, source: SourceRef, message: string, advice?: string): void {
    this.log.add(severity, code, source, message, advice);
  }

  /** The place a reference leads to, one hop; `undefined` where it leads nowhere (reported). */
  resolve(from: SourceRef, reference: string): Node | undefined {
    const file = targetFile(reference, from.file, this.entryName);
    const source = this.files.sources.get(file);
    if (!source) {
      const reason = this.files.failures.get(file) ?? 'the file was not read';
      this.unresolved(from, reference, `${file} cannot be read (${reason})`);
      return undefined;
    }
    const { fragment } = splitReference(reference);
    const root: Node = { file, pointer: '', value: source.value };
    const target =
      fragment === '' || fragment.startsWith('/')
        ? (this.walk(root, tokensOf(percentDecode(fragment))) ?? this.walk(root, tokensOf(fragment)))
        : findAnchor(root, percentDecode(fragment));
    if (!target) this.unresolved(from, reference, 'there is nothing at that place');
    return target;
  }

  /** Follows `$ref` until an object that has none; siblings of a `$ref` count for nothing here. */
  follow(node: Node): ObjectNode | undefined {
    let current: Node | undefined = node;
    for (let hops = 0; hops < maxHops; hops++) {
      if (!current) return undefined;
      const { value, file, pointer }: Node = current;
      if (!isObject(value)) {
        this.wrongType(current, 'an object');
        return undefined;
      }
      const reference: Json | undefined = Object.hasOwn(value, '$ref') ? value.$ref : undefined;
      if (typeof reference !== 'string') return { file, pointer, value };
      current = this.resolve(current, reference);
    }
    this.report(
      'error',
      'reference-cycle',
      node,
      'This reference leads back to itself.',
      'Break the circle.',
    );
    return undefined;
  }

  wrongType(node: Node, expected: string): void {
    this.report(
      'warning',
      'wrong-type',
      node,
      `Expected ${expected} at ${node.pointer || 'the top'}, found ${nameOf(node.value)}; it is ignored.`,
      `Write ${expected} here, or remove it.`,
    );
  }

  private unresolved(from: SourceRef, reference: string, reason: string): void {
    this.report(
      'error',
      'unresolved-reference',
      from,
      `The reference "${reference}" cannot be followed: ${reason}.`,
      'Correct the $ref, or add what it names.',
    );
  }

  /** Walks a pointer; references on the way are followed, for documents point through them. */
  private walk(root: Node, tokens: string[]): Node | undefined {
    let node: Node | undefined = root;
    for (const token of tokens) {
      let next: Node | undefined = child(node, token);
      for (let hops = 0; !next && hops < maxHops; hops++) {
        const through: Node | undefined = this.through(node);
        if (!through) return undefined;
        node = through;
        next = child(node, token);
      }
      if (!next) return undefined;
      node = next;
    }
    return node;
  }

  private through(node: Node): Node | undefined {
    const { value } = node;
    if (!isObject(value) || typeof value.$ref !== 'string') return undefined;
    const file = targetFile(value.$ref, node.file, this.entryName);
    const { fragment } = splitReference(value.$ref);
    const source = this.files.sources.get(file);
    if (!source) return undefined;
    let target: Node | undefined = { file, pointer: '', value: source.value };
    for (const token of tokensOf(percentDecode(fragment))) target = target && child(target, token);
    return target;
  }
}

/** `$anchor` and `$dynamicAnchor` (JSON Schema 2020-12, section 8.2.2) are looked up in the whole file. */
function findAnchor(root: Node, name: string): Node | undefined {
  const stack: Node[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    const { value } = node;
    if (typeof value !== 'object' || value === null) continue;
    if (isObject(value) && (value.$anchor === name || value.$dynamicAnchor === name)) return node;
    for (const token of Object.keys(value).reverse()) {
      const member = child(node, token);
      if (member) stack.push(member);
    }
  }
  return undefined;
}

function nameOf(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  const text = JSON.stringify(value);
  return `the ${typeof value} ${text.length > 40 ? `${text.slice(0, 40)}…` : text}`;
}
