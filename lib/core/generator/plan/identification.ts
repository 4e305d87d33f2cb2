import type { ApiResponse, Operation, Schema, SchemaRegistry } from '../../openapi/model';

import { member, name, type Expression } from './expression';
import { isJson } from './media-type';
import { applying, propertiesOf, typesOf } from './schema-members';
import type { Identification, ResourceFixture } from './suite-plan';
import { bare } from './words';

const generic = ['id', '_id', 'uuid', 'guid', 'key', 'slug', 'name', 'code', 'number', 'token'];

/**
 * Where the answer to a creating operation shows the value of the path parameter that names the new item: by a link
 * of the document, by property names, by the `Location` header (RFC 9110 section 10.2.2).
 */
export function identify(
  operation: Operation,
  parameter: string,
  noun: string,
  registry: SchemaRegistry,
): Identification | undefined {
  const responses = operation.responses.filter((response) => /^(2|default)/.test(response.status));
  for (const response of responses) {
    const path = byLink(response, parameter) ?? byProperty(response, parameter, noun, registry);
    if (path) return { from: 'body', path };
  }
  const shows = responses.some((response) =>
    response.headers.some((header) => header.name.toLowerCase() === 'location'),
  );
  return shows ? { from: 'location', parameter } : undefined;
}

/** OpenAPI "Runtime Expressions": `$response.body#/data/id`. */
function byLink(response: ApiResponse, parameter: string): string[] | undefined {
  for (const link of response.links) {
    const value = link.parameters[parameter] ?? link.parameters[`path.${parameter}`];
    const pointer = typeof value === 'string' ? /^\$response\.body#\/(.+)$/.exec(value)?.[1] : undefined;
    if (pointer !== undefined) {
      return pointer.split('/').map((step) => step.replace(/~1/g, '/').replace(/~0/g, '~'));
    }
  }
  return undefined;
}

function byProperty(
  response: ApiResponse,
  parameter: string,
  noun: string,
  registry: SchemaRegistry,
): (string | number)[] | undefined {
  const schema = response.content.find((each) => isJson(each.mediaType))?.schema;
  const properties = propertiesOf(schema, registry);
  const own = identifyingProperty(properties, parameter, noun, registry);
  if (own !== undefined) return [own];
  for (const [name, property] of properties) {
    const inner = identifyingProperty(propertiesOf(property, registry), parameter, noun, registry);
    if (inner !== undefined) return [name, inner];
  }
  // Some answer with a list of what was created, even of one.
  for (const [name, property] of properties) {
    const items = applying(property, registry).find((part) => part.items !== undefined)?.items;
    const inner = identifyingProperty(propertiesOf(items, registry), parameter, noun, registry);
    if (inner !== undefined) return [name, 0, inner];
  }
  return undefined;
}

/** `bookId` is shown as `bookId`, `book_id`, or `id` of a book. */
export function identifyingProperty(
  properties: ReadonlyMap<string, Schema>,
  parameter: string,
  noun: string,
  registry: SchemaRegistry,
): string | undefined {
  const names = [...properties.keys()].filter((name) =>
    typesOf(properties.get(name), registry).every((type) => !['object', 'array', 'boolean'].includes(type)),
  );
  const wanted = bare(parameter);
  const stem = bare(noun);
  const rest = wanted.startsWith(stem) && wanted.length > stem.length ? wanted.slice(stem.length) : wanted;
  const exact = names.find((name) => name === parameter) ?? names.find((name) => bare(name) === wanted);
  if (exact !== undefined) return exact;
  const short = names.find((name) => bare(name) === rest || bare(name) === stem + rest);
  if (short !== undefined || !(generic.includes(rest) || wanted.endsWith('id'))) return short;
  const isId = wanted.endsWith('id');
  return isId ? names.find((name) => ['id', '_id', 'uuid', 'guid'].includes(name.toLowerCase())) : undefined;
}

/** The member of a resource fixture that names it. */
export function identifier(fixture: ResourceFixture): Expression {
  const by = fixture.identifiedBy;
  return member(name(fixture.name), by.from === 'body' ? by.path : [by.parameter]);
}
