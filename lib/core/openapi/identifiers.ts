import type { SourceRef } from '../diagnostics';

import { resolveUri } from './file-names';
import { child, isObject, type Node } from './node';

/**
 * Places that documents and schemas name themselves: documents by `$self` (OpenAPI 3.2, section 4.1.2.2), schemas by
 * `$id` and by anchors within what that names (JSON Schema 2020-12, section 8.2).
 */
export class Identifiers {
  private readonly byId = new Map<string, Node>();
  private readonly byAnchor = new Map<string, Node>();
  /** The address of each place that has one of its own. */
  private readonly bases = new Map<string, string>();
  private readonly dynamic = new Map<string, number>();

  constructor(files: Iterable<Node>) {
    for (const file of files) this.collect(file);
  }

  /** What `written` names, seen from a place: as it stands, or resolved against the address of what encloses it. */
  schema(written: string, from: SourceRef): Node | undefined {
    const base = this.baseOf(from);
    return this.byId.get(base === undefined ? written : resolveUri(base, written)) ?? this.byId.get(written);
  }

  /** The nearest enclosing schema or document with an address of its own. */
  enclosing(from: SourceRef): Node | undefined {
    const base = this.baseOf(from);
    return base === undefined ? undefined : this.byId.get(base);
  }

  /** The place of an anchor: in the enclosing schema, else anywhere in the file. */
  anchor(root: Node, name: string): Node | undefined {
    return (
      this.byAnchor.get(anchorKey(root.file, this.baseOf(root), name)) ??
      this.byAnchor.get(anchorKey(root.file, undefined, name))
    );
  }

  /** Whether more than one place claims a dynamic anchor, so that its target depends on the way that led there. */
  isAmbiguous(name: string): boolean {
    return (this.dynamic.get(name) ?? 0) > 1;
  }

  private baseOf({ file, pointer }: SourceRef): string | undefined {
    if (this.bases.size === 0) return undefined;
    for (let place = pointer; ; place = place.slice(0, place.lastIndexOf('/'))) {
      const base = this.bases.get(`${file}#${place}`);
      if (base !== undefined || place === '') return base;
    }
  }

  private collect(root: Node): void {
    const visited = new Set<object>();
    const self = isObject(root.value) ? root.value.$self : undefined;
    const stack: { node: Node; base: string | undefined }[] = [{ node: root, base: undefined }];
    for (let next = stack.pop(); next; next = stack.pop()) {
      const { node, base } = next;
      const { value } = node;
      if (typeof value !== 'object' || value === null || visited.has(value)) continue;
      visited.add(value);
      const own = node === root && typeof self === 'string' ? self : isObject(value) ? value.$id : undefined;
      const inner = typeof own === 'string' ? this.noteId(node, own, base) : base;
      if (isObject(value)) this.noteAnchors(node, inner, value.$anchor, value.$dynamicAnchor);
      for (const token of Object.keys(value).reverse()) {
        const member = child(node, token);
        if (member) stack.push({ node: member, base: inner });
      }
    }
  }

  private noteId(node: Node, id: string, base: string | undefined): string {
    const address = (base === undefined ? id : resolveUri(base, id)).replace(/#$/, '');
    for (const name of [address, id]) if (!this.byId.has(name)) this.byId.set(name, node);
    this.bases.set(`${node.file}#${node.pointer}`, address);
    return address;
  }

  private noteAnchors(node: Node, base: string | undefined, ...anchors: unknown[]): void {
    anchors.forEach((anchor, index) => {
      if (typeof anchor !== 'string') return;
      if (index === 1) this.dynamic.set(anchor, (this.dynamic.get(anchor) ?? 0) + 1);
      for (const key of [anchorKey(node.file, base, anchor), anchorKey(node.file, undefined, anchor)]) {
        if (!this.byAnchor.has(key)) this.byAnchor.set(key, node);
      }
    });
  }
}

function anchorKey(file: string, base: string | undefined, name: string): string {
  return JSON.stringify([file, base ?? null, name]);
}
