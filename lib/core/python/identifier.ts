import { shortHash } from '../stable-hash';

import { reservedNames } from './reserved';
import { asciiWords, fitWords } from './words';

declare const identifierBrand: unique symbol;

/** ASCII text that Python accepts as a name and that hides no keyword and no builtin. */
export type PythonIdentifier = string & { readonly [identifierBrand]: true };

export interface NameOptions {
  /** Lower-case ASCII word for a text that has none of its own, and in front of a leading digit. */
  fallback: string;
  maxLength?: number;
}

const defaultLength = 60;

/** `createBook`, `Create a book!` > `create_book`. */
export function snakeCase(text: string, options: NameOptions): PythonIdentifier {
  return identifier(nameWords(text, options, '_').join('_'));
}

/** `create-book` > `CreateBook`. */
export function pascalCase(text: string, options: NameOptions): PythonIdentifier {
  return identifier(
    nameWords(text, options, '')
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join(''),
  );
}

/** A part of a file name: `[a-z0-9_]`, no name that Windows keeps for devices. */
export function fileSlug(text: string, options: NameOptions): string {
  const slug = nameWords(text, options, '_').join('_');
  return /^(con|prn|aux|nul|com\d|lpt\d)$/.test(slug) ? `${slug}_` : slug;
}

function nameWords(text: string, options: NameOptions, separator: string): string[] {
  const maxLength = options.maxLength ?? defaultLength;
  const own = asciiWords(text);
  const all = /^[a-z]/.test(own[0] ?? '') && !isOnlyHash(text, own) ? own : [options.fallback, ...own];
  const kept = fitWords(all, separator, maxLength);
  if (kept.length === all.length && kept[0] === all[0]) return kept;
  // Two long names with the same beginning stay apart.
  const hash = shortHash(text);
  return [...fitWords(all, separator, maxLength - hash.length - separator.length), hash];
}

function isOnlyHash(text: string, words: readonly string[]): boolean {
  return words.length === 1 && words[0] === shortHash(text);
}

function identifier(text: string): PythonIdentifier {
  const name = reservedNames.has(text) ? `${text}_` : text;
  if (!isIdentifier(name)) throw new TypeError(`The fallback of a name is no identifier: ${text}`);
  return name;
}

function isIdentifier(text: string): text is PythonIdentifier {
  return /^[A-Za-z][A-Za-z0-9_]*$/.test(text) && !reservedNames.has(text);
}

export interface Names {
  /** The identifier, or with `_2`, `_3`, … where the scope has it already (case is ignored, for file systems). */
  take(name: PythonIdentifier): PythonIdentifier;
  has(name: string): boolean;
}

/** A scope of names: what was taken or is `reserved` is not given again. */
export function createNames(reserved: Iterable<string> = []): Names {
  const taken = new Set([...reserved].map((name) => name.toLowerCase()));
  return {
    has: (name) => taken.has(name.toLowerCase()),
    take(name) {
      let candidate = name;
      for (let number = 2; taken.has(candidate.toLowerCase()); number++) {
        candidate = identifier(`${name.replace(/_+$/, '')}_${number}`);
      }
      taken.add(candidate.toLowerCase());
      return candidate;
    },
  };
}
