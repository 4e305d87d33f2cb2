import type { Json } from '../../json';

import { formatJson } from './format-json';
import { scanJsonLines } from './json-lines';
import { LazyLines } from './lines';
import { parseYaml } from './parse-yaml';
import { repeatedNames } from './repeated-names';
import { soundJson } from './sound-json';
import type { SourceFile } from './source-file';

/**
 * Parses one file, JSON or YAML by its first character, with the line of every member. JSON on one line is indented
 * first, and that is the text people see.
 * @throws {UnreadableText} naming the line and what to do.
 */
export function parseSource(name: string, input: string): SourceFile {
  const text = input.startsWith('\uFEFF') ? input.slice(1) : input;
  const json = /^\s*[{[]/.test(text) ? parseJson(text) : undefined;
  if (json !== undefined) {
    const display = isOneLine(text) ? formatJson(text) : text;
    const lines = new LazyLines((wanted) => scanJsonLines(display, json, wanted));
    return { name, text: display, value: json, lines, findings: repeatedNames(display, json) };
  }
  const { value, lines, findings } = parseYaml(text);
  return { name, text, value: soundJson(value, lines), lines, findings };
}

/** JSON with comments or trailing commas is YAML, near enough; and the YAML parser names the line of an error. */
function parseJson(text: string): Json | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  // Before the text is indented: that of deep nesting would grow without bound.
  return soundJson(value);
}

function isOneLine(text: string): boolean {
  return text.length > 120 && !text.trim().includes('\n');
}
