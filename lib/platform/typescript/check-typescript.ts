import { createRequire } from 'node:module';

import type * as TypeScriptLibrary from 'typescript';

/** Something that the parser has to say; line and column count from 1, columns in UTF-16 units as editors do. */
export interface TypeScriptFinding {
  line: number;
  column: number;
  /** `invalid-syntax`. */
  code: string;
  message: string;
}

let library: typeof TypeScriptLibrary | undefined;

/** Loaded when first needed: it takes a while, and most suites are written in Python. */
function typescript(): typeof TypeScriptLibrary {
  if (library) return library;
  const load = createRequire(import.meta.url);
  const loaded: typeof TypeScriptLibrary = load('typescript');
  library = loaded;
  return loaded;
}

/** The syntax errors of TypeScript text. Nothing else is looked at: types would need the packages that a suite imports. */
export function checkTypeScript(text: string): TypeScriptFinding[] {
  const ts = typescript();
  const { diagnostics = [] } = ts.transpileModule(text, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  return diagnostics.map(({ file, start = 0, messageText }) => {
    const place = file?.getLineAndCharacterOfPosition(start) ?? { line: 0, character: 0 };
    return {
      line: place.line + 1,
      column: place.character + 1,
      code: 'invalid-syntax',
      message: ts.flattenDiagnosticMessageText(messageText, ' '),
    };
  });
}
