import { createHash } from 'node:crypto';

import { buildOperations } from './build-operations';
import type { BuiltCase, BuiltFile, BuiltSuite, Progress, SourceLines, SuiteInput } from './built-suite';
import { checkSuite, gateOfCase, withValuesGate } from './check-suite';

import type { SourceRef } from '#lib/core/diagnostics';
import type { GenerationSettings } from '#lib/core/generator/settings';
import type { GeneratedSuite } from '#lib/core/generator/suite';
import type { ApiModel } from '#lib/core/openapi/model';
import { readDocument } from '#lib/core/openapi/read-document';
import type { SourceMap } from '#lib/core/openapi/source-map';

export type Generate = (model: ApiModel, settings: GenerationSettings) => GeneratedSuite;

/**
 * Reads the document, generates its suite and puts it through the gates. The suite's files stand in the folder then.
 * @throws AppError `invalid_document` when the document cannot be read
 */
export async function buildSuite(
  generate: Generate,
  input: SuiteInput,
  onProgress: (progress: Progress) => void,
): Promise<BuiltSuite> {
  const { name, text, previousText, settings } = input;
  onProgress({ done: 0, total: 1, step: 'Reading the document' });
  const { model, source } = await readDocument({ name, text });
  const previous = previousText === undefined ? undefined : await readDocument({ name, text: previousText });
  onProgress({ done: 0, total: model.operations.length, step: 'Writing tests' });
  const suite = generate(model, settings);
  const checked = await checkSuite(suite.files, input, onProgress);
  const heads = new Map(suite.heads.map((head) => [head.path, head]));
  const texts = new Map(suite.files.map((file) => [file.path, file.text]));
  return {
    operations: buildOperations(model, source, previous?.model),
    files: suite.files.map((file): BuiltFile => {
      const head = heads.get(file.path);
      const gates = checked.perFile.get(file.path);
      return {
        path: file.path,
        kind: file.kind,
        content: file.text,
        ...(head === undefined ? {} : { head }),
        ...(gates === undefined ? {} : { gates }),
      };
    }),
    cases: suite.cases.map((each): BuiltCase => {
      const { operation, ...rest } = each;
      const { startLine, endLine } = placeOf(each, texts.get(each.file) ?? '');
      return {
        ...rest,
        operationKey: operation.id,
        startLine,
        endLine,
        contentHash: createHash('sha256').update(each.code).digest('hex'),
        sources: linesOf(source, each.sources),
        marks: each.marks.map((mark) => ({ ...mark, sources: linesOf(source, mark.sources) })),
        gate: gateOfCase(checked, { file: each.file, startLine, endLine }),
      };
    }),
    gaps: suite.gaps,
    diagnostics: suite.diagnostics,
    gates: withValuesGate(checked.gates, suite.refutedValues),
  };
}

/** Where a case stands in its file; its code is there once, because its function's name is. */
function placeOf({ key, code }: { key: string; code: string }, text: string) {
  const index = text.indexOf(`\n${code}\n`);
  if (index === -1) throw new TypeError(`The case ${key} does not stand in its file.`);
  const startLine = newlines(text.slice(0, index + 1)) + 1;
  return { startLine, endLine: startLine + newlines(code) };
}

function newlines(text: string): number {
  let count = 0;
  for (let index = text.indexOf('\n'); index !== -1; index = text.indexOf('\n', index + 1)) count += 1;
  return count;
}

function linesOf(source: SourceMap, refs: readonly SourceRef[]): SourceLines[] {
  return refs.flatMap(({ file, pointer }) => {
    const lines = source.lines({ file, pointer });
    return lines === undefined ? [] : [{ file, pointer, line: lines.line, endLine: lines.endLine }];
  });
}
