import { createAutomaton } from './automaton';
import { mayBacktrack } from './danger';
import { parsePattern } from './parse';
import type { PatternNode } from './syntax';

export interface CompiledPattern {
  test(text: string): boolean;
  tree: PatternNode;
}

export interface IgnoredPattern {
  /** Why nothing is derived from the pattern, as a sentence for the author of the document. */
  ignored: string;
}

const longestPattern = 4000;

/**
 * Makes a pattern of a document usable: an ECMA-262 expression (JSON Schema 2020-12 core, 6.4), Unicode-aware where it
 * can be, and one that no text can keep busy.
 */
export function compilePattern(source: string): CompiledPattern | IgnoredPattern {
  if (source.length > longestPattern)
    return { ignored: `The pattern is longer than ${longestPattern} characters.` };
  if (/^\/.*\/[a-z]*$/s.test(source)) {
    return {
      ignored: 'The pattern is written between slashes, which JSON Schema takes as part of the text.',
    };
  }
  const expression = compileNative(source, 'u') ?? compileNative(source, '');
  if (expression === undefined) return { ignored: 'The pattern is not a regular expression of ECMA-262.' };
  if (expression.flags === '' && /\\[AZzhHQEGKXRaelLUN]|\[\[:/.test(source)) {
    return { ignored: 'The pattern is in another dialect of regular expressions than ECMA-262.' };
  }
  const tree = parsePattern(source, expression.flags);
  if (tree === undefined) return { ignored: 'The pattern is nested too deep.' };
  if (!mayBacktrack(tree)) return { test: (text) => expression.test(text), tree };
  const test = createAutomaton(tree);
  return test ? { test, tree } : { ignored: 'The pattern may take exponential time to match.' };
}

function compileNative(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}
