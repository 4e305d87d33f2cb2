import { child, isObject, type Node } from './node';

/** Places that schemas name themselves (JSON Schema 2020-12, section 8.2): by `$id`, and by anchor within a file. */
export class Identifiers {
  private readonly byId = new Map<string, Node>();
  private readonly byAnchor = new Map<string, Node>();

  constructor(files: Iterable<Node>) {
    for (const file of files) this.collect(file);
  }

  schema(id: string): Node | undefined {
    return this.byId.get(id);
  }

  anchor(file: string, name: string): Node | undefined {
    return this.byAnchor.get(JSON.stringify([file, name]));
  }

  private collect(root: Node): void {
    const visited = new Set<object>();
    const stack: Node[] = [root];
    for (let node = stack.pop(); node; node = stack.pop()) {
      const { value } = node;
      if (typeof value !== 'object' || value === null || visited.has(value)) continue;
      visited.add(value);
      if (isObject(value)) this.note(node, value.$id, value.$anchor ?? value.$dynamicAnchor);
      for (const token of Object.keys(value).reverse()) {
        const member = child(node, token);
        if (member) stack.push(member);
      }
    }
  }

  private note(node: Node, id: unknown, anchor: unknown): void {
    if (typeof id === 'string' && !this.byId.has(id)) this.byId.set(id, node);
    if (typeof anchor !== 'string') return;
    const key = JSON.stringify([node.file, anchor]);
    if (!this.byAnchor.has(key)) this.byAnchor.set(key, node);
  }
}
