import { entries, items, text } from '../members';
import type { ApiServer } from '../model';
import { isObject, type Node } from '../node';
import type { Scope } from '../scope';

/** The servers with their variables replaced by defaults (OpenAPI 3.1, sections 4.8.5 and 4.8.6). */
export function readServers(scope: Scope, root: Node): ApiServer[] {
  const { reader } = scope;
  return items(reader, root, 'servers').flatMap((node) => {
    if (!isObject(node.value)) {
      reader.wrongType(node, 'an object with a url');
      return [];
    }
    const template = text(reader, node, 'url');
    if (template === undefined) return [];
    const defaults = new Map(
      entries(reader, node, 'variables').map(([name, variable]) => [name, text(reader, variable, 'default')]),
    );
    const url = template.replace(/\{([^{}]+)\}/g, (whole, name: string) => defaults.get(name) ?? whole);
    const description = text(reader, node, 'description');
    return [{ url, ...(description === undefined ? {} : { description }) }];
  });
}
