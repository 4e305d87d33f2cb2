import { flag, items, text } from './members';
import type { Parameter, ParameterLocation } from './model';
import type { Node, ObjectNode } from './node';
import type { Scope } from './scope';
import { readParameterDetailsV2 } from './v2/parameter';
import { readParameterDetails } from './v3/parameter';

const locations: readonly ParameterLocation[] = ['path', 'query', 'header', 'cookie'];

/** The Content-Type, Accept and Authorization headers are described elsewhere (OpenAPI 3.1, section 4.8.12.2). */
const reserved = new Set(['content-type', 'accept', 'authorization']);

/** A field name (RFC 9110, sections 5.1 and 5.6.2). */
const token = /^[\w!#$%&'*+.^`|~-]+$/;

/**
 * The parameter objects of an operation, behind their references; those of the path item come first and give way to
 * the operation's own of the same name and location.
 */
export function collectParameters(scope: Scope, pathItem: Node, operation: Node): ObjectNode[] {
  const found = new Map<string, ObjectNode>();
  for (const holder of [pathItem, operation]) {
    const own = new Set<string>();
    for (const item of items(scope.reader, holder, 'parameters')) {
      const node = scope.reader.follow(item);
      if (!node) continue;
      const identity = JSON.stringify([node.value.in, node.value.name]);
      if (own.has(identity)) {
        scope.reader.report(
          'warning',
          'duplicate-parameter',
          item,
          `The parameter ${String(node.value.name)} in ${String(node.value.in)} is declared twice; the last one counts.`,
          'Remove one of them.',
        );
      }
      own.add(identity);
      found.set(identity, node);
    }
  }
  return [...found.values()];
}

/** The parameters that travel outside the body; what has no usable name or location is reported and left out. */
export function readParameters(scope: Scope, nodes: ObjectNode[]): Parameter[] {
  return nodes.flatMap((node) => {
    const { reader } = scope;
    if (reader.dialect === 'swagger-2.0' && (node.value.in === 'body' || node.value.in === 'formData'))
      return [];
    const name = text(reader, node, 'name');
    const isWhole = node.value.in === 'querystring';
    const location = isWhole ? 'query' : locations.find((known) => known === node.value.in);
    if (name === undefined || name === '' || !location) {
      reader.report(
        'error',
        'unusable-parameter',
        node,
        'This parameter has no usable name or location and is left out.',
        'Give it a name, and in: path, query, header or cookie.',
      );
      return [];
    }
    if (location === 'header' && reserved.has(name.toLowerCase())) {
      scope.leftOut.add(node, `header parameter ${name}`, 'content and security of the operation say it');
      return [];
    }
    if (location === 'header' && !token.test(name)) {
      reader.report(
        'error',
        'unusable-parameter',
        node,
        `"${name}" is no name of a header; the parameter is left out.`,
        'Use letters, digits and dashes.',
      );
      return [];
    }
    const parameter = readParameter(scope, node, name, location);
    return isWhole ? wholeQuery(scope, node, parameter) : [parameter];
  });
}

/**
 * OpenAPI 3.2 `in: querystring`: the whole query as one media type. A form is what the members of an exploded object are;
 * other media types are reported and left out.
 */
function wholeQuery({ reader, leftOut }: Scope, node: ObjectNode, parameter: Parameter): Parameter[] {
  const { mediaType, ...rest } = parameter;
  if (mediaType === 'application/x-www-form-urlencoded') return [{ ...rest, style: 'form', explode: true }];
  leftOut.add(
    node,
    `query string ${parameter.name}`,
    'requests go without it: only a form is understood there',
  );
  reader.report(
    'warning',
    'unusable-parameter',
    node,
    `A query string that is ${mediaType ?? 'of no media type'} is not sent; the parameter is left out.`,
    'Describe it as application/x-www-form-urlencoded, or as single parameters.',
  );
  return [];
}

function readParameter(scope: Scope, node: ObjectNode, name: string, location: ParameterLocation): Parameter {
  const { reader } = scope;
  const description = text(reader, node, 'description');
  const details = reader.dialect === 'swagger-2.0' ? readParameterDetailsV2 : readParameterDetails;
  const required = flag(reader, node, 'required') ?? false;
  if (location === 'path' && !required) {
    reader.report(
      'warning',
      'optional-path-parameter',
      node,
      `The path parameter "${name}" is not marked as required; it is read as required.`,
      'Add required: true.',
    );
  }
  return {
    name,
    in: location,
    required: required || location === 'path',
    ...(description === undefined ? {} : { description }),
    deprecated: flag(reader, node, 'deprecated') ?? false,
    ...details(scope, node, location),
    source: { file: node.file, pointer: node.pointer },
  };
}
