import { CORE_SCHEMA, load, Type, YAMLException, type LoadOptions } from 'js-yaml';

import { maxDepth, UnreadableText } from './source-file';
import { YamlLines } from './yaml-lines';

/**
 * The core schema knows JSON's types only, so dates stay texts and a tag that would build something else is refused;
 * merge keys (`<<`) are added, for real documents use them.
 */
const schema = CORE_SCHEMA.extend({
  implicit: [
    new Type('tag:yaml.org,2002:merge', {
      kind: 'scalar',
      resolve: (data) => data === '<<' || data === null,
    }),
  ],
});

/** Missing in the published types, present in js-yaml since 4.2. */
interface Limits {
  maxDepth: number;
}

/**
 * Parses YAML 1.2 text with the lines of its members. Repeated keys become findings.
 * @throws {UnreadableText} naming the line, for bad syntax, unknown tags, and nesting beyond `maxDepth`.
 */
export function parseYaml(text: string): { value: unknown } & Pick<YamlLines, 'lines' | 'findings'> {
  const collector = new YamlLines();
  const options: LoadOptions & Limits = { schema, json: true, maxDepth, listener: collector.listener };
  try {
    const value = load(text, options);
    return { value, lines: collector.lines, findings: collector.findings };
  } catch (cause) {
    if (!(cause instanceof YAMLException)) throw cause;
    throw new UnreadableText(
      `Not readable as YAML: ${cause.reason}.`,
      lineOf(cause, text),
      'Correct the syntax at this line; plain YAML 1.2 or JSON without custom tags is read.',
      { cause },
    );
  }
}

/** What is missing at the end is said to be on the line after it; trouble with the whole stream has no mark. */
function lineOf(cause: YAMLException, text: string): number | undefined {
  const mark: YAMLException['mark'] | undefined = cause.mark;
  return mark && Math.min(mark.line + 1, text.trimEnd().split('\n').length);
}
