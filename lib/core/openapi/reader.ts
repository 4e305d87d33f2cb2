import type { Severity, SourceRef } from '../diagnostics';
import type { Json } from '../json';

import type { DiagnosticLog } from './diagnostic-log';
import { splitReference } from './file-names';
import { Identifiers } from './identifiers';
import { targetFile, type LoadedFiles } from './load-files';
import type { Dialect } from './model';
import { child, isObject, type Node, type ObjectNode } from './node';
import { percentDecode, tokensOf } from './pointer';

/** How many references may lead to one another before they count as endless. */
const maxHops = 50;

/** What all parts of the reader share: the files, the way from a reference to its target, and the diagnostics. */
export class Reader {
  private identifiers: Identifiers | undefined;

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
    const { file: written, fragment } = splitReference(reference);
    const file = targetFile(reference, from.file, this.entryName);
    const root = this.fileNode(file) ?? this.identified().schema(written);
    if (!root) {
      const reason = this.files.failures.get(file) ?? 'the file was not read';
      this.unresolved(from, reference, `${file} cannot be read (${reason})`);
      return undefined;
    }
    const target =
      fragment === '' || fragment.startsWith('/')
        ? (this.walk(root, tokensOf(percentDecode(fragment))) ?? this.walk(root, tokensOf(fragment)))
        : this.identified().anchor(root.file, percentDecode(fragment));
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

  private through({ value, file }: Node): Node | undefined {
    if (!isObject(value) || typeof value.$ref !== 'string') return undefined;
    let target = this.fileNode(targetFile(value.$ref, file, this.entryName));
    const { fragment } = splitReference(value.$ref);
    for (const token of tokensOf(percentDecode(fragment))) target = target && child(target, token);
    return target;
  }

  private fileNode(file: string): Node | undefined {
    const source = this.files.sources.get(file);
    return source && { file, pointer: '', value: source.value };
  }

  /** Collected when first needed: few documents name their schemas this way. */
  private identified(): Identifiers {
    this.identifiers ??= new Identifiers(
      [...this.files.sources].map(([file, { value }]) => ({ file, pointer: '', value })),
    );
    return this.identifiers;
  }
}

function nameOf(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  const text = JSON.stringify(value);
  return `the ${typeof value} ${text.length > 40 ? `${text.slice(0, 40)}…` : text}`;
}
