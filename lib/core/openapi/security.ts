import { entries, entriesOf, items, text } from './members';
import type { SecurityRequirement, SecurityScheme } from './model';
import { child, isObject, type Node, type ObjectNode } from './node';
import { tokensOf } from './pointer';
import type { Scope } from './scope';

/** All declared security schemes by name (OpenAPI 3.1, section 4.8.27; Swagger 2.0 `securityDefinitions`). */
export function readSecuritySchemes(scope: Scope, root: Node): Map<string, SecurityScheme> {
  const { reader } = scope;
  const v2 = reader.dialect === 'swagger-2.0';
  const home = v2 ? root : child(root, 'components');
  const schemes = new Map<string, SecurityScheme>();
  if (!home || !isObject(home.value)) return schemes;
  for (const [name, member] of entries(reader, home, v2 ? 'securityDefinitions' : 'securitySchemes')) {
    const node = reader.follow(member);
    const scheme = node && readScheme(scope, name, node);
    if (scheme) schemes.set(name, scheme);
  }
  return schemes;
}

function readScheme({ reader }: Scope, name: string, node: ObjectNode): SecurityScheme | undefined {
  const description = text(reader, node, 'description');
  const source = { file: node.file, pointer: node.pointer };
  const base = { name, ...(description === undefined ? {} : { description }), source };
  const type = text(reader, node, 'type');
  if (type === 'apiKey') {
    const parameter = text(reader, node, 'name');
    const place = (['header', 'query', 'cookie'] as const).find((known) => known === node.value.in);
    if (parameter !== undefined && place) return { ...base, type, in: place, parameter };
  }
  if (type === 'basic') return { ...base, type: 'http', scheme: 'basic' };
  if (type === 'http') {
    const scheme = text(reader, node, 'scheme');
    const bearerFormat = text(reader, node, 'bearerFormat');
    if (scheme !== undefined) {
      return {
        ...base,
        type,
        scheme: scheme.toLowerCase(),
        ...(bearerFormat === undefined ? {} : { bearerFormat }),
      };
    }
  }
  if (type === 'oauth2') return { ...base, type, scopes: oauthScopes(reader, node) };
  if (type === 'openIdConnect' || type === 'mutualTLS') return { ...base, type };
  reader.report(
    'warning',
    'unknown-security-scheme',
    node,
    `The security scheme "${name}" is incomplete or of an unknown type; requests are sent without it.`,
    'Give type (apiKey, http, oauth2, openIdConnect or mutualTLS) and the members that the type needs.',
  );
  return undefined;
}

function oauthScopes(reader: Scope['reader'], node: ObjectNode): string[] {
  const flows = entries(reader, node, 'flows', { extensions: false }).map(([, flow]) => flow);
  const names = [node, ...flows].flatMap((flow) =>
    isObject(flow.value) ? entries(reader, flow, 'scopes') : [],
  );
  return [...new Set(names.map(([scope]) => scope))];
}

/**
 * The `security` of an operation or of the document: alternatives (OR) of schemes that go together (AND). `undefined`
 * where nothing is said, so that the document's rule holds; an empty list means public.
 */
export function readSecurity(scope: Scope, node: Node): SecurityRequirement[] | undefined {
  const { reader } = scope;
  const member = child(node, 'security');
  if (!member || member.value === null) return undefined;
  return items(reader, node, 'security').flatMap((item) => {
    const { value, file, pointer } = item;
    if (!isObject(value)) {
      reader.wrongType(item, 'an object of scheme names');
      return [];
    }
    const schemes = entriesOf({ value, file, pointer }).map(([name, scopes]) => ({
      name: declaredName(scope, scopes, name),
      scopes: Array.isArray(scopes.value) ? scopes.value.filter((found) => typeof found === 'string') : [],
    }));
    return [{ schemes }];
  });
}

/** The name of a scheme among the document's own; OpenAPI 3.2 allows a reference to one (section 4.30). */
function declaredName({ reader }: Scope, place: Node, name: string): string {
  const members = reader.dialect === 'swagger-2.0' ? 'securityDefinitions' : 'components/securitySchemes';
  const home = reader.find({ file: '', pointer: '' }, `#/${members}`);
  if (home && child(home, name)) return name;
  const target = reader.dialect === 'openapi-3.2' ? reader.find(place, name) : undefined;
  if (home && target && target.file === home.file && target.pointer.startsWith(`${home.pointer}/`)) {
    return tokensOf(target.pointer).at(-1) ?? name;
  }
  reader.report(
    'warning',
    'undeclared-security-scheme',
    place,
    `The security scheme "${name}" is not declared; requests are sent without it.`,
    `Declare it under ${members.replace('/', '.')}.`,
  );
  return name;
}
