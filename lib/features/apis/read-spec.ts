import { createHash } from 'node:crypto';

import type { Diagnostic } from '#lib/core/diagnostics';
import { canonicalText } from '#lib/core/openapi/canonical-text';
import { readDocument } from '#lib/core/openapi/read-document';

export interface SpecInput {
  /** For messages: a file name or address. */
  name: string;
  text: string;
}

/** What a SpecVersion stores of a document. Plain data: it crosses threads. */
export interface SpecReading {
  title: string;
  label: string;
  dialect: string;
  hash: string;
  text: string;
  format: 'json' | 'yaml';
  operationCount: number;
  diagnostics: Diagnostic[];
}

/**
 * Reads a document as far as a SpecVersion needs it. References to other files lead nowhere: a pushed or pulled
 * document stands alone, and its text is not trusted to name what is read.
 * @throws AppError `invalid_document`
 */
export async function readSpec({ name, text }: SpecInput): Promise<SpecReading> {
  const { model, source } = await readDocument({ name, text });
  const shown = source.text('') ?? text;
  return {
    title: model.title,
    label: model.version,
    dialect: model.dialect,
    hash: createHash('sha256').update(canonicalText(source)).digest('hex'),
    text: shown,
    format: /^\s*\{/.test(shown) ? 'json' : 'yaml',
    operationCount: model.operations.length,
    diagnostics: model.diagnostics,
  };
}
