import type { Diagnostic, SourceRef } from '../diagnostics';
import type { Json } from '../json';

/**
 * The one normalised form of an API description. Every quirk of Swagger 2.0, OpenAPI 3.0, 3.1 and 3.2 ends in
 * `lib/core/openapi`; whoever reads a model never asks for the version, except to say it to people.
 */
export interface ApiModel {
  dialect: Dialect;
  title: string;
  /** `info.version` as written. */
  version: string;
  description?: string;
  servers: ApiServer[];
  /** In document order. */
  operations: Operation[];
  securitySchemes: ReadonlyMap<string, SecurityScheme>;
  schemas: SchemaRegistry;
  /** The document's own list of tags, in its order; operations may name others. */
  tags: ApiTag[];
  diagnostics: Diagnostic[];
  /** What the document describes and the model cannot hold: no test can come of it. */
  leftOut: LeftOut[];
}

/** A construct that was read and understood, and has no place in the model. */
export interface LeftOut {
  /** `Operation.id`, where it belongs to one. */
  operation?: string;
  /** E.g. `callback onPaid`. */
  construct: string;
  reason: string;
  source: SourceRef;
}

export interface ApiTag {
  name: string;
  summary?: string;
  description?: string;
  /** The tag that this one is nested under, and what it is for (OpenAPI 3.2). */
  parent?: string;
  kind?: string;
}

export type Dialect = 'swagger-2.0' | 'openapi-3.0' | 'openapi-3.1' | 'openapi-3.2';

/** `query` since OpenAPI 3.2. */
export const httpMethods = [
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
  'query',
] as const;
export type HttpMethod = (typeof httpMethods)[number];

export interface ApiServer {
  /** With server variables replaced by their defaults. */
  url: string;
  /** As written, where it has variables. */
  template?: string;
  variables?: Record<string, ServerVariable>;
  description?: string;
}

export interface ServerVariable {
  default?: string;
  /** All values that the variable may have, where the document lists them. */
  enum?: string[];
}

export interface Operation {
  /** Stable identity: the id in `x-run-in-apifox`, else `operationId`, else `POST /books`. Unique in a model. */
  id: string;
  method: HttpMethod;
  /** The path template as written, e.g. `/books/{bookId}`. */
  path: string;
  operationId?: string;
  summary?: string;
  description?: string;
  tags: string[];
  deprecated: boolean;
  /** `x-apifox-maintainer` and `x-apifox-status` (or `x-apidog-…`), where given. */
  maintainer?: string;
  lifecycle?: string;
  /** Path-item parameters merged in; unique by (in, name). */
  parameters: Parameter[];
  requestBody?: RequestBody;
  responses: ApiResponse[];
  /** Alternatives (OR) of schemes that go together (AND). Empty: public. A member without schemes: optional. */
  security: SecurityRequirement[];
  /** Servers of its own, or of its path, instead of the document's. */
  servers?: ApiServer[];
  source: SourceRef;
}

export type ParameterLocation = 'path' | 'query' | 'header' | 'cookie';
export type ParameterStyle =
  | 'simple'
  | 'label'
  | 'matrix'
  | 'form'
  | 'spaceDelimited'
  | 'pipeDelimited'
  | 'deepObject'
  /** Swagger 2.0: `collectionFormat: tsv`. */
  | 'tabDelimited'
  /** OpenAPI 3.2: as `form`, but nothing is escaped. */
  | 'cookie';

export interface Parameter {
  name: string;
  in: ParameterLocation;
  required: boolean;
  description?: string;
  deprecated: boolean;
  style: ParameterStyle;
  explode: boolean;
  allowReserved: boolean;
  allowEmptyValue: boolean;
  /** Set when the parameter is described by `content`: the value is serialised as this media type. */
  mediaType?: string;
  schema: Schema;
  examples: Json[];
  source: SourceRef;
}

export interface RequestBody {
  required: boolean;
  description?: string;
  /** In document order; the generator prefers JSON. */
  content: MediaType[];
  source: SourceRef;
}

export interface MediaType {
  /** Lower case, parameters kept, e.g. `application/json`, `multipart/form-data`. */
  mediaType: string;
  schema?: Schema;
  /** The schema of each item of a stream, such as lines of `application/jsonl` (OpenAPI 3.2). */
  itemSchema?: Schema;
  examples: NamedExample[];
  encoding: Record<string, Encoding>;
  source: SourceRef;
}

export interface NamedExample {
  name: string;
  value: Json;
  source: SourceRef;
}

export interface Encoding {
  contentType?: string;
  style?: ParameterStyle;
  explode?: boolean;
  allowReserved?: boolean;
  /** Headers of the part, where there are any. */
  headers?: ResponseHeader[];
}

export interface ApiResponse {
  /** `200`, `4XX` or `default`. */
  status: string;
  description: string;
  content: MediaType[];
  headers: ResponseHeader[];
  links: Link[];
  source: SourceRef;
}

export interface ResponseHeader {
  name: string;
  required: boolean;
  schema: Schema;
  source: SourceRef;
}

export interface Link {
  name: string;
  /** `Operation.id` of the target, where it could be found. */
  operation?: string;
  /** Parameter name (optionally `path.id`) to runtime expression (`$response.body#/id`) or constant. */
  parameters: Record<string, Json>;
  requestBody?: Json;
  source: SourceRef;
}

export interface SecurityRequirement {
  schemes: { name: string; scopes: string[] }[];
}

export type SecurityScheme = { name: string; description?: string; source: SourceRef } & (
  | { type: 'apiKey'; in: 'header' | 'query' | 'cookie'; parameter: string }
  | { type: 'http'; scheme: string; bearerFormat?: string }
  | { type: 'oauth2'; scopes: string[] }
  | { type: 'openIdConnect' }
  | { type: 'mutualTLS' }
);

/**
 * JSON Schema 2020-12, whatever the document's version was: `nullable` has become a type array, boolean exclusive
 * bounds numbers, `example` a member of `examples`, `type: file` a binary string. The only form of `$ref` left is
 * `#/$defs/<id>` with an id of the model's `SchemaRegistry`; siblings of `$ref` apply.
 */
export type Schema = boolean | SchemaObject;

export interface SchemaObject {
  $ref?: string;
  type?: JsonType | JsonType[];
  enum?: Json[];
  const?: Json;
  default?: Json;
  examples?: Json[];
  title?: string;
  description?: string;
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  multipleOf?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: Schema;
  patternProperties?: Record<string, Schema>;
  propertyNames?: Schema;
  unevaluatedProperties?: Schema;
  dependentRequired?: Record<string, string[]>;
  dependentSchemas?: Record<string, Schema>;
  minProperties?: number;
  maxProperties?: number;
  items?: Schema;
  prefixItems?: Schema[];
  contains?: Schema;
  minContains?: number;
  maxContains?: number;
  unevaluatedItems?: Schema;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  not?: Schema;
  if?: Schema;
  then?: Schema;
  else?: Schema;
  contentEncoding?: string;
  contentMediaType?: string;
  readOnly?: boolean;
  writeOnly?: boolean;
  deprecated?: boolean;
  discriminator?: Discriminator;
  xml?: Xml;
}

export interface Xml {
  name?: string;
  namespace?: string;
  prefix?: string;
  attribute?: boolean;
  wrapped?: boolean;
  /** `nodeType` of OpenAPI 3.2, where it says what the two flags cannot. */
  nodeType?: 'text' | 'cdata' | 'none';
}

export type JsonType = 'null' | 'boolean' | 'object' | 'array' | 'number' | 'integer' | 'string';

export interface Discriminator {
  propertyName: string;
  /** Value of the property to registry id. */
  mapping: Record<string, string>;
  /** Registry id of the schema for values that lack the property or hold another value in it (OpenAPI 3.2). */
  defaultMapping?: string;
}

/** Named schemas, normalised when first asked for: recursion stays lazy and nothing is expanded. */
export interface SchemaRegistry {
  /** The schema of an id; `undefined` where the document's reference leads nowhere (a diagnostic tells). */
  get(id: string): Schema | undefined;
  /** Follows `$ref` (without siblings) until a schema that is none; stops at cycles. */
  resolve(schema: Schema): Schema;
  /** The ids that a schema refers to itself, in document order: one step of `reach`. */
  references(schema: Schema): readonly string[];
  /** All ids that a schema reaches, sorted: what a self-contained JSON Schema file needs as `$defs`. */
  reach(schema: Schema): string[];
  /** Where a normalised schema object stands in the source. */
  sourceOf(schema: Schema): SourceRef | undefined;
}
