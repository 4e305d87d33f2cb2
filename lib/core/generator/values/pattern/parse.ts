import { emptyPattern, type CharacterSet, type PatternNode } from './syntax';

const deepest = 60;

/**
 * Reads a pattern that `new RegExp(source, flags)` accepts (ECMA-262, 22.2.1). Character classes are cut out as text
 * and left to the engine, so that they mean exactly what they mean there.
 *
 * @returns `undefined` for a pattern nested too deep.
 */
export function parsePattern(source: string, flags: string): PatternNode | undefined {
  const reader = new PatternReader(source, flags);
  try {
    return reader.choice(0);
  } catch (error) {
    if (error instanceof RangeError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

class PatternReader {
  private position = 0;

  constructor(
    private readonly source: string,
    private readonly flags: string,
  ) {}

  choice(depth: number): PatternNode {
    if (depth > deepest) throw new RangeError('nested too deep');
    const branches = [this.sequence(depth)];
    while (this.take('|')) branches.push(this.sequence(depth));
    return branches.length === 1 ? (branches[0] ?? emptyPattern) : { kind: 'choice', branches };
  }

  private sequence(depth: number): PatternNode {
    const parts: PatternNode[] = [];
    while (this.position < this.source.length && !this.sees('|') && !this.sees(')')) {
      parts.push(this.quantified(this.atom(depth)));
    }
    return { kind: 'sequence', parts };
  }

  private atom(depth: number): PatternNode {
    if (this.take('^')) return { kind: 'start' };
    if (this.take('$')) return { kind: 'end' };
    if (this.take('(')) return this.group(depth);
    if (this.sees('[')) return this.set(this.match(/\[(?:\\[^]|[^\]\\])*\]/y));
    if (this.sees('\\')) return this.escape();
    if (this.take('.')) return this.set('.');
    const character = this.match(this.flags.includes('u') ? /[^]/uy : /[^]/y);
    return this.set(/[\^$\\.*+?()[\]{}|/]/.test(character) ? `\\${character}` : character);
  }

  private group(depth: number): PatternNode {
    const look = /\?(<?)([=!])/y;
    look.lastIndex = this.position;
    const found = look.exec(this.source);
    if (found) this.position = look.lastIndex;
    else this.optional(/\?(?::|<[^>]*>)/y);
    const body = this.choice(depth + 1);
    this.take(')');
    return found ? { kind: 'look', body, isAhead: found[1] === '', isPositive: found[2] === '=' } : body;
  }

  private escape(): PatternNode {
    const other = this.optional(/\\(?:[bB]|[1-9]\d*|k<[^>]*>)/y);
    if (other !== undefined) return { kind: 'other' };
    const escape = /\\(?:u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[A-Za-z]|[pP]\{[^}]*\}|[^])/y;
    return this.set(this.match(escape));
  }

  private quantified(body: PatternNode): PatternNode {
    const text = this.optional(/(?:[*+?]|\{\d+(?:,\d*)?\})\??/y);
    if (text === undefined) return body;
    const [, low, comma, high] = /^\{(\d+)(,?)(\d*)\}/.exec(text) ?? [];
    if (low !== undefined) {
      const max = comma === '' ? Number(low) : high === '' || high === undefined ? Infinity : Number(high);
      return { kind: 'repeat', body, min: Number(low), max };
    }
    return {
      kind: 'repeat',
      body,
      min: text.startsWith('+') ? 1 : 0,
      max: text.startsWith('?') ? 1 : Infinity,
    };
  }

  private set(text: string): CharacterSet {
    const expression = new RegExp(`^(?:${text})$`, this.flags);
    const known = new Map<string, boolean>();
    return {
      kind: 'set',
      has(character) {
        const seen = known.get(character);
        if (seen !== undefined) return seen;
        const answer = expression.test(character);
        known.set(character, answer);
        return answer;
      },
    };
  }

  private sees(text: string): boolean {
    return this.source.startsWith(text, this.position);
  }

  private take(text: string): boolean {
    if (!this.sees(text)) return false;
    this.position += text.length;
    return true;
  }

  private optional(expression: RegExp): string | undefined {
    expression.lastIndex = this.position;
    const found = expression.exec(this.source)?.[0];
    if (found !== undefined) this.position += found.length;
    return found;
  }

  private match(expression: RegExp): string {
    const found = this.optional(expression);
    if (found === undefined || found === '') throw new SyntaxError('unknown pattern syntax');
    return found;
  }
}
