import { operationIdentity, vendorText } from './identity';
import { entries, flag, text, texts } from './members';
import type { HttpMethod, Operation, SecurityRequirement } from './model';
import { child, type Node, type ObjectNode } from './node';
import { collectParameters, readParameters } from './parameters';
import { checkPathParameters } from './path-template';
import { readResponses, type WrittenResponse } from './responses';
import type { Scope } from './scope';
import { readSecurity } from './security';
import { readRequestBodyV2 } from './v2/request-body';
import { noteOwnSchemes } from './v2/servers';
import { readRequestBody } from './v3/request-body';
import { readOwnServers } from './v3/servers';

export type WrittenOperation = Omit<Operation, 'responses'> & { responses: WrittenResponse[] };

/** What holds for all operations of a document unless they say otherwise. */
export interface Defaults {
  security: SecurityRequirement[];
  consumes: string[];
  produces: string[];
}

/** Reads one Operation Object (OpenAPI 3.1, section 4.8.10; Swagger 2.0, "Operation Object"). */
export function readOperation(
  scope: Scope,
  pathItem: ObjectNode,
  operation: ObjectNode,
  method: HttpMethod,
  path: string,
  defaults: Defaults,
): WrittenOperation {
  const { reader } = scope;
  const nodes = collectParameters(scope, pathItem, operation);
  const parameters = readParameters(scope, nodes);
  checkPathParameters(reader, operation, path, parameters);
  if (reader.dialect === 'swagger-2.0') noteOwnSchemes(scope, operation);
  else noteCallbacks(scope, operation);
  const requestBody =
    reader.dialect === 'swagger-2.0'
      ? readRequestBodyV2(
          scope,
          operation,
          nodes,
          mediaTypes(scope, operation, 'consumes') ?? defaults.consumes,
        )
      : readRequestBody(scope, operation);
  const produces = mediaTypes(scope, operation, 'produces') ?? defaults.produces;
  return {
    id: operationIdentity(operation, method, path),
    method,
    path,
    ...labels(scope, operation),
    tags: texts(reader, operation, 'tags'),
    deprecated: flag(reader, operation, 'deprecated') ?? false,
    parameters,
    ...(requestBody ? { requestBody } : {}),
    responses: readResponses(scope, operation, produces),
    security: readSecurity(scope, operation) ?? defaults.security,
    ...(reader.dialect === 'swagger-2.0' ? {} : readOwnServers(scope, pathItem, operation)),
    source: { file: operation.file, pointer: operation.pointer },
  };
}

/** What the server is to send to others (OpenAPI 3.1, section 4.8.18) no client of it can see. */
function noteCallbacks({ reader, leftOut }: Scope, operation: Node): void {
  for (const [name, member] of entries(reader, operation, 'callbacks')) {
    leftOut.add(member, `callback ${name}`, 'requests that the server sends to others are not tested');
  }
}

function labels({ reader }: Scope, operation: Node) {
  const operationId = text(reader, operation, 'operationId');
  const summary = text(reader, operation, 'summary');
  const description = text(reader, operation, 'description');
  const maintainer =
    vendorText(operation, 'x-apifox-maintainer') ?? vendorText(operation, 'x-apidog-maintainer');
  const lifecycle = vendorText(operation, 'x-apifox-status') ?? vendorText(operation, 'x-apidog-status');
  return {
    ...(operationId === undefined ? {} : { operationId }),
    ...(summary === undefined ? {} : { summary }),
    ...(description === undefined ? {} : { description }),
    ...(maintainer === undefined ? {} : { maintainer }),
    ...(lifecycle === undefined ? {} : { lifecycle }),
  };
}

function mediaTypes({ reader }: Scope, node: Node, name: 'consumes' | 'produces'): string[] | undefined {
  return child(node, name) ? texts(reader, node, name) : undefined;
}
