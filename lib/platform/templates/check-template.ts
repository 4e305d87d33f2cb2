import { Script } from 'node:vm';

import ejs from 'ejs';

import { AppError } from '../../core/errors';

/**
 * Sees whether the tags of a template can be compiled, without running any of it.
 * @throws AppError `invalid_input` with file and line of the tag that is wrong
 */
export function checkTemplate(file: string, text: string): void {
  const open = unclosedTag(text);
  if (open !== undefined) throw refusal(file, open, 'This tag is not closed by %>.');
  const source = sourceOf(text);
  try {
    new Script(`(function (locals, escapeFn, include, rethrow) {"use strict";\n${source}\n})`, {
      filename: 'template',
    });
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw refusal(file, lineOf(cause, source), `${cause.message}.`, cause);
  }
}

function refusal(file: string, line: number, message: string, cause?: unknown): AppError {
  return new AppError('invalid_input', `${file}:${line}: ${message}`, {
    advice: 'Tags of EJS hold JavaScript; docs/templates.md tells what each template gets.',
    cause,
  });
}

/** The line of the first tag without an end: EJS says that there is one, and not where. */
function unclosedTag(text: string): number | undefined {
  for (let at = text.indexOf('<%'); at !== -1;) {
    if (text.startsWith('<%%', at)) {
      at = text.indexOf('<%', at + 3);
      continue;
    }
    const end = text.indexOf('%>', at);
    if (end === -1) return text.slice(0, at).split('\n').length;
    at = text.indexOf('<%', end);
  }
  return undefined;
}

/** The JavaScript that EJS makes of a template, whether or not it can be compiled; each tag comes after its line. */
function sourceOf(text: string): string {
  const template = new ejs.Template(text, { strict: true, compileDebug: true });
  try {
    template.compile();
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
  }
  return template.source;
}

function lineOf(error: SyntaxError, source: string): number {
  const at = Number(/^template:(\d+)/.exec(error.stack ?? '')?.[1] ?? 1);
  const before = source.split('\n').slice(0, Math.max(0, at - 1));
  const marks = before.flatMap((line) => /__line = (\d+)/.exec(line)?.[1] ?? []);
  return Number(marks.at(-1) ?? 1);
}
