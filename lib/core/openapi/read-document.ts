import { AppError } from '../errors';

import { DiagnosticLog } from './diagnostic-log';
import { detectDialect } from './dialect';
import { baseName } from './file-names';
import { LeftOutLog } from './left-out';
import { connectLinks } from './links';
import { loadFiles, type LoadFile } from './load-files';
import { entries, object, texts } from './members';
import type { ApiModel } from './model';
import { child, type Node } from './node';
import { noteWebhooks, readOperations } from './operations';
import { Reader } from './reader';
import { completeSchemas } from './schema/complete';
import { readSchemaDialect } from './schema/dialect';
import { SchemaNormaliser } from './schema/normalise';
import { Registry } from './schema/registry';
import type { Scope } from './scope';
import { readSecurity, readSecuritySchemes } from './security';
import { SourceMap } from './source-map';
import { readTags } from './tags';
import { readServersV2 } from './v2/servers';
import { readServers } from './v3/servers';
import { validate } from './validate';

export interface DocumentInput {
  /** File name or URL, for messages and to recognise references back to the entry document. */
  name: string;
  text: string;
  /** Reads further files by name relative to the entry document; without it a document stands alone. */
  load?: LoadFile;
  /** Whether swagger-parser checks the document as a whole; yes unless told. */
  validate?: boolean;
}

/**
 * Reads an OpenAPI or Swagger document (JSON or YAML, one file or many) into the one normalised model, with the lines
 * of everything. Trouble becomes diagnostics and the model holds what is sound.
 * @throws {AppError} `invalid_document` when the text cannot be parsed, is no OpenAPI document, or has no operations.
 */
export async function readDocument(input: DocumentInput): Promise<{ model: ApiModel; source: SourceMap }> {
  const files = await loadFiles(input.name, input.text, input.load);
  const source = new SourceMap(files.sources);
  const root: Node = { file: '', pointer: '', value: files.sources.get('')?.value ?? null };
  const { dialect, note } = detectDialect(input.name, root.value);
  const log = new DiagnosticLog(source);
  if (note) log.add(note.severity, note.code, { file: '', pointer: note.pointer }, note.message, note.advice);
  reportFindings(log, files.sources.values());
  const reader = new Reader(files, baseName(input.name), log, dialect);
  const registry = new Registry();
  const ignoresSiblings = readSchemaDialect(reader, root);
  const scope: Scope = {
    reader,
    schemas: new SchemaNormaliser(reader, registry, ignoresSiblings),
    leftOut: new LeftOutLog(),
  };

  nameComponents(scope, root);
  const defaults = {
    security: readSecurity(scope, root) ?? [],
    consumes: texts(reader, root, 'consumes'),
    produces: texts(reader, root, 'produces'),
  };
  const operations = connectLinks(scope, readOperations(scope, root, defaults));
  noteWebhooks(scope, root);
  if (operations.length === 0) throw noOperations(input.name, root, source);
  completeSchemas(scope);
  if (input.validate !== false) await validate(root, source.text('') ?? '', dialect, log);
  const model: ApiModel = {
    dialect,
    ...readInfo(scope, root),
    servers: dialect === 'swagger-2.0' ? readServersV2(scope, root) : readServers(scope, root),
    operations,
    securitySchemes: readSecuritySchemes(scope, root),
    schemas: registry,
    tags: readTags(scope, root),
    diagnostics: log.list(),
    leftOut: scope.leftOut.list(operations),
  };
  return { model, source };
}

/** Components get their ids first and in document order, so that their own names win. */
function nameComponents({ reader, schemas }: Scope, root: Node): void {
  const v2 = reader.dialect === 'swagger-2.0';
  const home = v2 ? root : object(reader, root, 'components');
  if (!home) return;
  for (const [, place] of entries(reader, home, v2 ? 'definitions' : 'schemas')) schemas.registry.idOf(place);
}

function readInfo({ reader }: Scope, root: Node): Pick<ApiModel, 'title' | 'version' | 'description'> {
  const info = object(reader, root, 'info');
  const read = (name: string) => {
    const member = info && child(info, name);
    if (!member || member.value === null) return undefined;
    if (typeof member.value === 'string') return member.value;
    if (typeof member.value === 'number') return String(member.value);
    reader.wrongType(member, 'a string');
    return undefined;
  };
  const description = read('description');
  return {
    title: read('title')?.trim() || 'Untitled API',
    version: read('version') ?? '',
    ...(description === undefined ? {} : { description }),
  };
}

function reportFindings(
  log: DiagnosticLog,
  sources: Iterable<{ name: string; findings: FindingLike[] }>,
): void {
  for (const { name, findings } of sources) {
    for (const { code, message, advice, line } of findings) {
      log.push({ severity: 'warning', code, message, advice, line, source: { file: name, pointer: '' } });
    }
  }
}

interface FindingLike {
  code: string;
  message: string;
  advice: string;
  line: number;
}

function noOperations(name: string, root: Node, source: SourceMap): AppError {
  const place = child(root, 'paths') ?? child(root, 'webhooks') ?? root;
  const what = child(root, 'webhooks')
    ? 'only webhooks are described, no operations'
    : 'no operations are described';
  return new AppError('invalid_document', `${name}, line ${source.lines(place)?.line ?? 1}: ${what}.`, {
    advice: 'Add at least one path with an operation, such as get, under "paths".',
  });
}
