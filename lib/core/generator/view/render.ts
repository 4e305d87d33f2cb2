import ejs from 'ejs';

import { AppError } from '../../errors';
import { printTypeScript } from '../playwright/printed';

import { printMarkdown, printPython } from './printed';

/** Template texts by name: `cases.py`, `README.md`. */
export type TemplateTexts = ReadonlyMap<string, string>;

/** Prints a view with a template. */
export type Render = (template: string, view: object) => string;

type Print = (view: unknown) => string;

/**
 * EJS as this product uses it: templates from memory, strict mode, `<%=` prints by the language of the file (EJS's own
 * escaping is for HTML and would let a document inject code), and `part(name, view)` includes another template.
 *
 * @param overridden files of the templates that a team wrote, by name: their errors are told with file and line
 * @throws AppError `internal` naming the template that cannot be compiled or printed; `invalid_input` for one of a team
 */
export function createRender(
  texts: TemplateTexts,
  overridden: ReadonlyMap<string, string> = new Map(),
): Render {
  const compiled = new Map<string, Print>();

  function template(name: string): Print {
    const known = compiled.get(name);
    if (known) return known;
    const text = texts.get(name);
    if (text === undefined) throw new AppError('internal', `There is no template named ${name}.`);
    const file = overridden.get(name);
    const made = file === undefined ? builtIn(name, text) : ofTeam(name, text, file);
    compiled.set(name, made);
    return made;
  }

  function builtIn(name: string, text: string): Print {
    const print = ejs.compile(text, { ...optionsOf(name), compileDebug: false });
    return (view) => print({ view, part });
  }

  function ofTeam(name: string, text: string, file: string): Print {
    try {
      const print = ejs.compile(text, { ...optionsOf(name), compileDebug: true, filename: marker });
      return (view) => {
        try {
          return print({ view, part });
        } catch (cause) {
          throw refusal(file, cause);
        }
      };
    } catch (cause) {
      throw refusal(file, cause);
    }
  }

  const part = (name: string, view: unknown): string => template(name)(view);

  return (name, view) => {
    try {
      return part(name, view);
    } catch (cause) {
      if (cause instanceof AppError) throw cause;
      throw new AppError('internal', `The template ${name} cannot be printed.`, { cause });
    }
  };
}

function optionsOf(name: string) {
  return {
    strict: true,
    destructuredLocals: ['view', 'part'],
    escape: escapeOf(name),
  };
}

/** How values are printed into a file of this name. */
function escapeOf(name: string): typeof printPython | typeof printTypeScript {
  if (name.endsWith('.md')) return printMarkdown;
  return /\.(ts|json)$/.test(name) ? printTypeScript : printPython;
}

/**
 * EJS puts the file name as the template's own language prints it, the line, the lines around it and an empty line before
 * the message of what a template threw.
 */
const marker = 'template';
const thrown = /^["']?template["']?:(\d+)\n[^]*?\n\n([^]*)$/;

function refusal(file: string, cause: unknown): AppError {
  const text = cause instanceof Error ? cause.message : String(cause);
  const [, line, message] = thrown.exec(text) ?? [];
  const place = line === undefined ? file : `${file}:${line}`;
  return new AppError('invalid_input', `${place}: ${firstLine(message ?? text)}`, {
    advice: 'docs/templates.md tells what each template gets to print.',
    cause,
  });
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]?.replace(/( in template)? while compiling ejs$/, '') ?? '';
}
