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
  /** Few documents name places this way, and looking for them takes a walk through all of it. */
  private readonly identified: Identifiers | undefined;

  constructor(
    private readonly files: LoadedFiles,
    private readonly entryName: string,
    private readonly log: DiagnosticLog,
    readonly dialect: Dialect,
  ) {
    const sources = [...files.sources].map(([file, { value, text }]) => ({ file, pointer: '', value, text }));
    if (sources.some(({ text }) => /\$(?:id|anchor|dynamicAnchor|self)\b/.test(text))) {
      this.identified = new Identifiers(sources);
    }
  }

  report(severity: Severity, code: string, source: SourceRef, message: string, advice?: string): void {
    this.log.add(severity, code, source, message, advice);
  }

  /** The place a reference leads to, one hop; `undefined` where it leads nowhere (reported). */
  resolve(from: SourceRef, reference: string): Node | undefined {
    const target = this.locate(from, reference);
    if (typeof target !== 'string') return target;
    this.unresolved(from, reference, target);
    return undefined;
  }

  /** The same without a report. */
  find(from: SourceRef, reference: string): Node | undefined {
    const target = this.locate(from, reference);
    return typeof target === 'string' ? undefined : target;
  }

  /** Whether the target of a dynamic reference depends on the way that led to it. */
  isAmbiguous(anchor: string): boolean {
    return this.identified?.isAmbiguous(anchor) ?? false;
  }

  /** A place, or why there is none. */
  private locate(from: SourceRef, reference: string): Node | string {
    const { file: written, fragment } = splitReference(reference);
    const file = targetFile(reference, from.file, this.entryName);
    const root =
      (written === '' ? this.identified?.enclosing(from) : this.identified?.schema(written, from)) ??
      this.fileNode(file);
    if (!root) return `${file} cannot be read (${this.files.failures.get(file) ?? 'the file was not read'})`;
    // A careless $id must not hide the document: what is not inside that schema is looked for in the whole file.
    const whole = this.fileNode(root.file) ?? root;
    return this.inside(root, fragment) ?? this.inside(whole, fragment) ?? 'there is nothing at that place';
  }

  private inside(root: Node, fragment: string): Node | undefined {
    if (fragment !== '' && !fragment.startsWith('/')) {
      return this.identified?.anchor(root, percentDecode(fragment));
    }
    return this.walk(root, tokensOf(percentDecode(fragment))) ?? this.walk(root, tokensOf(fragment));
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
}

function nameOf(value: Json): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  const text = JSON.stringify(value);
  return `the ${typeof value} ${text.length > 40 ? `${text.slice(0, 40)}…` : text}`;
}
