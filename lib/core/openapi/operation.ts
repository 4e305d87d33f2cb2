import { operationIdentity, vendorText } from './identity';
import { flag, text, texts } from './members';
import type { HttpMethod, Operation, SecurityRequirement } from './model';
import { child, type Node, type ObjectNode } from './node';
import { collectParameters, readParameters } from './parameters';
import { checkPathParameters } from './path-template';
import { readResponses, type WrittenResponse } from './responses';
import type { Scope } from './scope';
import { readSecurity } from './security';
import { readRequestBodyV2 } from './v2/request-body';
import { readRequestBody } from './v3/request-body';

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
  reportOwnServers(scope, child(operation, 'servers') ?? child(pathItem, 'servers'));
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
    source: { file: operation.file, pointer: operation.pointer },
  };
}

function reportOwnServers({ reader }: Scope, servers: Node | undefined): void {
  if (!servers || (Array.isArray(servers.value) && servers.value.length === 0)) return;
  reader.report(
    'info',
    'own-servers',
    servers,
    'Servers of a single path or operation are not read; its requests go to the same base URL as all others.',
    'Where they are served elsewhere, describe them in a document of their own.',
  );
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
