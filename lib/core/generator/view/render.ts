import ejs from 'ejs';

import { AppError } from '../../errors';

import { printMarkdown, printPython } from './printed';

/** Template texts by name: `cases.py`, `expression`, `README.md`. */
export type TemplateTexts = ReadonlyMap<string, string>;

/** Prints a view with a template. */
export type Render = (template: string, view: object) => string;

/**
 * EJS as this product uses it: templates from memory, strict mode, `<%=` prints by the language of the file (EJS's own
 * escaping is for HTML and would let a document inject code), and `part(name, view)` includes another template.
 *
 * @throws AppError `internal` naming the template that cannot be compiled or printed.
 */
export function createRender(texts: TemplateTexts): Render {
  const compiled = new Map<string, ejs.TemplateFunction>();

  function template(name: string): ejs.TemplateFunction {
    const known = compiled.get(name);
    if (known) return known;
    const text = texts.get(name);
    if (text === undefined) throw new AppError('internal', `There is no template named ${name}.`);
    const made = ejs.compile(text, {
      strict: true,
      compileDebug: false,
      destructuredLocals: ['view', 'part'],
      escape: name.endsWith('.md') ? printMarkdown : printPython,
    });
    compiled.set(name, made);
    return made;
  }

  const part = (name: string, view: unknown): string => template(name)({ view, part });

  return (name, view) => {
    try {
      return part(name, view);
    } catch (cause) {
      if (cause instanceof AppError) throw cause;
      throw new AppError('internal', `The template ${name} cannot be printed.`, { cause });
    }
  };
}
