import type { SourceRef } from '../../diagnostics';
import type { ApiModel, Operation, Parameter } from '../../openapi/model';
import type { GeneratedCase } from '../suite';

import { keywordPlaces } from './keywords';
import { placeText } from './place-text';

/** The kinds of things in the coverage matrix. */
export const dimensions = ['statuses', 'parameters', 'keywords', 'mediaTypes', 'security'] as const;
export type Dimension = (typeof dimensions)[number];

/** One thing that the document says of an operation. */
export interface Construct {
  dimension: Dimension;
  name: string;
  /** Where it stands. */
  whole: SourceRef;
  /** Places that count as it: a test about one of them covers it. */
  sources: SourceRef[];
  /** Why nothing covers it, where nothing does and planning did not tell. */
  reason: string;
  /** What it belongs to: where that has no test, one line says it for both. */
  partOf?: SourceRef;
}

/** Everything of an operation that a test can be about, in document order. */
export function* constructsOf(
  operation: Operation,
  model: ApiModel,
  cases: readonly GeneratedCase[],
): Generator<Construct> {
  for (const { status, source } of operation.responses) {
    yield {
      dimension: 'statuses',
      name: status,
      whole: source,
      sources: [source],
      reason: statusReason(status),
    };
  }
  const accepted = operation.source;
  for (const parameter of operation.parameters) {
    const isSent = parameter.required || parameter.in === 'path';
    yield {
      dimension: 'parameters',
      name: `${parameter.in} ${parameter.name}`,
      whole: parameter.source,
      // What every request holds is in the first one that is accepted.
      sources: [
        parameter.source,
        ...(isSent ? [accepted] : []),
        ...keywordPlaces(parameter.schema, model.schemas).map(({ source }) => source),
      ],
      reason: parameterReason(parameter),
    };
  }
  yield* keywordsOf(operation, cases);
  yield* mediaTypesOf(operation);
  yield* securityOf(operation, model);
}

function statusReason(status: string): string {
  if (/^5/.test(status)) return 'a test cannot make a sound server fail';
  if (/^3/.test(status)) return 'nothing in the document says which request is redirected';
  if (/^(default|\dXX)$/i.test(status)) return 'stands for answers that are not documented one by one';
  return 'nothing in the document says which request leads to it';
}

function parameterReason({ deprecated }: Parameter): string {
  return deprecated ? 'deprecated, and optional' : 'no value could be varied';
}

/** Keywords are listed where the operation's own tests reach them; shared schemas are counted once for all. */
function* keywordsOf({ source: own }: Operation, cases: readonly GeneratedCase[]): Generator<Construct> {
  const seen = new Set<string>();
  for (const { category, sources } of cases) {
    if (category !== 'validation') continue;
    for (const source of sources) {
      const place = placeText(source);
      if (seen.has(place) || source.pointer === own.pointer || !isKeyword(source)) continue;
      seen.add(place);
      yield { dimension: 'keywords', name: source.pointer, whole: source, sources: [source], reason: '' };
    }
  }
}

function isKeyword({ pointer }: SourceRef): boolean {
  return !/\/(responses|parameters|requestBody|content)(\/[^/]*)?$/.test(pointer);
}

function* mediaTypesOf({ requestBody, responses }: Operation): Generator<Construct> {
  for (const { mediaType, source } of requestBody?.content ?? []) {
    const reason = 'another media type of the same body is sent';
    yield { dimension: 'mediaTypes', name: `request ${mediaType}`, whole: source, sources: [source], reason };
  }
  for (const { status, content, source: response } of responses) {
    for (const { mediaType, source } of content) {
      yield {
        dimension: 'mediaTypes',
        name: `${status} ${mediaType}`,
        whole: source,
        partOf: response,
        sources: content.length === 1 ? [source, response] : [source],
        reason:
          content.length === 1
            ? statusReason(status)
            : 'the server may answer with another one of its media types',
      };
    }
  }
}

function* securityOf({ security, source }: Operation, model: ApiModel): Generator<Construct> {
  for (const { schemes } of security) {
    const said = schemes.map(({ name, scopes }) =>
      scopes.length === 0 ? name : `${name} (${scopes.join(', ')})`,
    );
    const sources = schemes.flatMap(({ name }) => model.securitySchemes.get(name)?.source ?? []);
    yield {
      dimension: 'security',
      name: said.length === 0 ? 'none' : said.join(' + '),
      whole: sources[0] ?? source,
      sources: schemes.length === 0 ? [source] : sources,
      reason: 'the first alternative that has credentials in the environment is used',
    };
  }
}
