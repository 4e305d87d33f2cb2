import type { SourceRef } from '../diagnostics';

import type { ApiModel, MediaType, Operation, Schema } from './model';
import type { LineRange, SourceMap } from './source-map';

/** A run of exact source lines. */
export interface Excerpt extends SourceRef {
  title: string;
  /** 1-based line of the first line of `text`. */
  startLine: number;
  text: string;
}

export interface Excerpts {
  sections: Excerpt[];
  /** What the operation reaches as well, but would be too much for one screen. */
  omitted: (SourceRef & { title: string; startLine: number })[];
}

const maxSections = 40;
const maxLines = 1500;

interface Wanted extends SourceRef {
  title: string;
}

/**
 * The parts of the document that describe an operation: the operation itself, the path item's parameters, then the
 * components it reaches, nearest first. What already stands inside a section is not repeated.
 */
export function excerpts(model: ApiModel, source: SourceMap, operation: Operation): Excerpts {
  const sections: (Excerpt & LineRange)[] = [];
  const omitted: Excerpts['omitted'] = [];
  let total = 0;
  for (const { title, file, pointer } of wanted(model, operation)) {
    const range = source.lines({ file, pointer });
    if (!range) continue;
    const covered = sections.some(
      (one) => one.file === file && one.line <= range.line && range.endLine <= one.endLine,
    );
    if (covered) continue;
    const size = range.endLine - range.line + 1;
    if (sections.length > 0 && (sections.length >= maxSections || total + size > maxLines)) {
      omitted.push({ title, file, pointer, startLine: range.line });
      continue;
    }
    total += size;
    sections.push({ title, file, pointer, startLine: range.line, text: source.slice(file, range), ...range });
  }
  return {
    sections: sections.map(({ line: _line, endLine: _endLine, ...section }) => section),
    omitted,
  };
}

function* wanted(model: ApiModel, operation: Operation): Generator<Wanted> {
  yield { title: `${operation.method.toUpperCase()} ${operation.path}`, ...operation.source };
  for (const parameter of operation.parameters)
    yield { title: `Parameter ${parameter.name}`, ...parameter.source };
  const { requestBody } = operation;
  if (requestBody) {
    yield { title: 'Request body', ...requestBody.source };
    yield* examplesOf(requestBody.content);
  }
  for (const response of operation.responses) {
    yield { title: `Response ${response.status}`, ...response.source };
    for (const header of response.headers) yield { title: `Header ${header.name}`, ...header.source };
    for (const link of response.links) yield { title: `Link ${link.name}`, ...link.source };
    yield* examplesOf(response.content);
  }
  for (const name of new Set(
    operation.security.flatMap(({ schemes }) => schemes.map((scheme) => scheme.name)),
  )) {
    const scheme = model.securitySchemes.get(name);
    if (scheme) yield { title: `Security scheme ${name}`, ...scheme.source };
  }
  yield* reachedSchemas(model, operation);
}

function* examplesOf(content: MediaType[]): Generator<Wanted> {
  for (const media of content) {
    yield { title: media.mediaType, ...media.source };
    for (const { name, source } of media.examples) yield { title: `Example ${name}`, ...source };
  }
}

function* reachedSchemas({ schemas }: ApiModel, operation: Operation): Generator<Wanted> {
  const reached = new Set(schemasOf(operation).flatMap((schema) => schemas.references(schema)));
  // A set's iterator also visits what is added on the way: breadth first.
  for (const id of reached) {
    const schema = schemas.get(id);
    if (schema === undefined) continue;
    const place = schemas.sourceOf(schema);
    if (place) yield { title: `Schema ${id}`, ...place };
    for (const next of schemas.references(schema)) reached.add(next);
  }
}

/** All schemas that an operation names itself, in reading order. */
function schemasOf(operation: Operation): Schema[] {
  const contents = [operation.requestBody, ...operation.responses].flatMap((holder) => holder?.content ?? []);
  return [
    ...operation.parameters.map(({ schema }) => schema),
    ...contents.flatMap(({ schema }) => (schema === undefined ? [] : [schema])),
    ...operation.responses.flatMap(({ headers }) => headers.map(({ schema }) => schema)),
  ];
}
