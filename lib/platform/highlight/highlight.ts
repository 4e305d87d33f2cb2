import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';

import { createHighlighterCore } from 'shiki/core';
import type { HighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';

import { LeastRecentlyUsed } from './least-recently-used';

export const languages = ['json', 'python', 'typescript', 'yaml'] as const;
export type Language = (typeof languages)[number];

/** A run of text with its colours, one for each theme. */
export interface Token {
  text: string;
  light?: string;
  dark?: string;
}

/** Both keep a contrast of 4.5:1 for almost every token on their own background. */
const themes = { light: 'github-light-default', dark: 'github-dark-default' } as const;
/** A longer line is data on one line: its colours are worth nothing, and finding them is slow. */
const longestLine = 2_000;
const cachedTexts = 4_000;

let highlighter: Promise<HighlighterCore> | undefined;
const cache = new LeastRecentlyUsed<Promise<Token[][]>>(cachedTexts);

/**
 * The text as one list of coloured tokens a line; equal texts are coloured once.
 * @param text a part of a document, or code; the joined tokens give it back unchanged
 */
export async function highlight(text: string, language: Language): Promise<Token[][]> {
  const key = createHash('sha256').update(`${language}\n${text}`).digest('base64');
  const known = cache.get(key);
  if (known !== undefined) return known;
  const lines = tokenize(text, language);
  cache.set(key, lines);
  return lines;
}

async function tokenize(text: string, language: Language): Promise<Token[][]> {
  highlighter ??= loadHighlighter();
  const { codeToTokensWithThemes } = await highlighter;
  // A text costs milliseconds: other requests get their turn between two of them.
  await nextTurn();
  const lines = codeToTokensWithThemes(text.replace(/\r\n?/g, '\n'), {
    lang: language,
    themes,
    tokenizeMaxLineLength: longestLine,
    // A part of a JSON document begins inside an object: without this its first names are coloured as values.
    ...(language === 'json' ? { grammarContextCode: '{' } : {}),
  });
  return lines.map((line) =>
    line
      .filter((token) => token.content !== '')
      .map(({ content, variants }) => ({
        text: content,
        ...colour('light', variants['light']?.color),
        ...colour('dark', variants['dark']?.color),
      })),
  );
}

function colour(theme: keyof typeof themes, value: string | undefined): Pick<Token, 'light' | 'dark'> {
  return value === undefined ? {} : { [theme]: value };
}

/** Grammars and themes are loaded once a process, when the first text is shown. */
async function loadHighlighter(): Promise<HighlighterCore> {
  return createHighlighterCore({
    engine: createJavaScriptRegexEngine(),
    langs: [
      import('shiki/langs/json.mjs'),
      import('shiki/langs/python.mjs'),
      import('shiki/langs/typescript.mjs'),
      import('shiki/langs/yaml.mjs'),
    ],
    themes: [import('shiki/themes/github-light-default.mjs'), import('shiki/themes/github-dark-default.mjs')],
  });
}
