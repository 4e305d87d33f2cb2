import { compilePattern, type CompiledPattern, type IgnoredPattern } from './compile';

export type PatternOf = (source: string) => CompiledPattern | IgnoredPattern;

/** Compiles each pattern once. */
export function knownPatterns(): PatternOf {
  const patterns = new Map<string, CompiledPattern | IgnoredPattern>();
  return (source) => {
    const known = patterns.get(source) ?? compilePattern(source);
    patterns.set(source, known);
    return known;
  };
}
