import { entries, items, text, texts } from '../members';
import type { ApiServer, ServerVariable } from '../model';
import { child, isObject, setOwn, type Node } from '../node';
import type { Scope } from '../scope';

/** The servers with their variables replaced by defaults (OpenAPI 3.1, sections 4.8.5 and 4.8.6). */
export function readServers(scope: Scope, holder: Node): ApiServer[] {
  const { reader } = scope;
  return items(reader, holder, 'servers').flatMap((node) => {
    if (!isObject(node.value)) {
      reader.wrongType(node, 'an object with a url');
      return [];
    }
    const template = text(reader, node, 'url');
    if (template === undefined) return [];
    const variables = readVariables(scope, node);
    const url = template.replace(/\{([^{}]+)\}/g, (whole, name: string) =>
      Object.hasOwn(variables, name) ? (variables[name]?.default ?? whole) : whole,
    );
    const description = text(reader, node, 'description');
    return [
      {
        url,
        ...(Object.keys(variables).length === 0 ? {} : { template, variables }),
        ...(description === undefined ? {} : { description }),
      },
    ];
  });
}

function readVariables({ reader }: Scope, server: Node): Record<string, ServerVariable> {
  const variables: Record<string, ServerVariable> = {};
  for (const [name, member] of entries(reader, server, 'variables')) {
    const standard = text(reader, member, 'default');
    const values = child(member, 'enum') ? texts(reader, member, 'enum') : undefined;
    setOwn(variables, name, {
      ...(standard === undefined ? {} : { default: standard }),
      ...(values === undefined ? {} : { enum: values }),
    });
    if (values && standard !== undefined && !values.includes(standard)) {
      reader.report(
        'warning',
        'server-variable-default',
        member,
        `The default of the server variable "${name}" is none of its values.`,
        'Name the default in enum.',
      );
    }
  }
  return variables;
}

/** Servers of a path or an operation stand in for the document's (OpenAPI 3.1, sections 4.8.9 and 4.8.10). */
export function readOwnServers(scope: Scope, pathItem: Node, operation: Node): { servers?: ApiServer[] } {
  const holder = [operation, pathItem].find((one) => {
    const written = child(one, 'servers')?.value;
    return Array.isArray(written) && written.length > 0;
  });
  const place = holder && child(holder, 'servers');
  if (!holder || !place) return {};
  scope.leftOut.add(
    place,
    'servers of one path or operation',
    'its requests go to the same base URL as all others',
  );
  scope.reader.report(
    'info',
    'own-servers',
    place,
    'Requests of a path or operation with servers of its own go to the same base URL as all others.',
    'Where they are served elsewhere, describe them in a document of their own.',
  );
  return { servers: readServers(scope, holder) };
}
