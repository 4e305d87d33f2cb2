import { AppError } from '../errors';
import type { Json } from '../json';

import { baseName, joinFileName, splitReference } from './file-names';
import { parseSource } from './source/parse-source';
import { UnreadableText, type SourceFile } from './source/source-file';

/** Reads the text of a file by its name relative to the entry document. */
export type LoadFile = (relativeName: string) => Promise<string>;

export interface LoadedFiles {
  sources: Map<string, SourceFile>;
  /** Files that could not be had, with the reason in plain words. */
  failures: Map<string, string>;
}

/** A document that is split into more files than this is not written by people. */
const maxFiles = 2000;

/**
 * Parses the entry document and every file that its references lead to, in the order in which they are met.
 * @throws {AppError} `invalid_document` when the entry cannot be read; other files become failures.
 */
export async function loadFiles(
  name: string,
  text: string,
  load: LoadFile | undefined,
): Promise<LoadedFiles> {
  const sources = new Map<string, SourceFile>();
  const failures = new Map<string, string>();
  const named = new Set<string>();
  sources.set('', parseEntry(name, text));
  // A map's iterator also visits what is added on the way: a file that names further files.
  for (const [file, source] of sources) {
    for (const target of externalFiles(source.value, file, baseName(name), named)) {
      if (sources.has(target) || failures.has(target) || named.has(target)) continue;
      try {
        if (!load) throw new Error('the document came alone, other files cannot be read from here');
        if (sources.size >= maxFiles) throw new Error(`a document may have at most ${maxFiles} files`);
        sources.set(target, parseSource(target, await load(target)));
      } catch (cause) {
        failures.set(target, describe(cause));
      }
    }
  }
  return { sources, failures };
}

function parseEntry(name: string, text: string): SourceFile {
  try {
    return parseSource('', text);
  } catch (cause) {
    if (!(cause instanceof UnreadableText)) throw cause;
    const place = cause.line === undefined ? name : `${name}, line ${cause.line}`;
    throw new AppError('invalid_document', `${place}: ${cause.message}`, {
      advice: cause.advice,
      details: { line: cause.line ?? null },
      cause,
    });
  }
}

/**
 * Names of other files that references in a value lead to; the entry's own name is ''. What schemas and documents call
 * themselves joins `named`: a reference to that needs no file.
 */
function externalFiles(value: Json, from: string, entryName: string, named: Set<string>): Set<string> {
  const found = new Set<string>();
  const visited = new Set<object>();
  const stack: Json[] = [value];
  while (stack.length > 0) {
    const node = stack.pop();
    if (typeof node !== 'object' || node === null || visited.has(node)) continue;
    visited.add(node);
    if (Array.isArray(node)) {
      for (let at = node.length - 1; at >= 0; at--) stack.push(node[at] ?? null);
      continue;
    }
    for (const keyword of ['$id', '$self']) {
      const own = Object.hasOwn(node, keyword) ? node[keyword] : undefined;
      if (typeof own === 'string') named.add(own);
    }
    const reference = Object.hasOwn(node, '$ref') ? node.$ref : undefined;
    if (typeof reference === 'string') {
      const target = targetFile(reference, from, entryName);
      if (target !== from) found.add(target);
    }
    for (const member of Object.values(node).reverse()) stack.push(member);
  }
  return found;
}

/** The file that a reference leads to, by its name in `LoadedFiles`. */
export function targetFile(reference: string, from: string, entryName: string): string {
  const { file } = splitReference(reference);
  if (file === '') return from;
  const target = joinFileName(from, file);
  return target === entryName ? '' : target;
}

function describe(cause: unknown): string {
  if (cause instanceof UnreadableText) {
    return cause.line === undefined ? cause.message : `line ${cause.line}: ${cause.message}`;
  }
  return cause instanceof Error ? cause.message : String(cause);
}
