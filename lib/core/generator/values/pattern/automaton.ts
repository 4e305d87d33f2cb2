import type { CharacterSet, PatternNode } from './syntax';

type State =
  | { kind: 'set'; set: CharacterSet; next: number }
  | { kind: 'fork'; next: number[] }
  | { kind: 'start' | 'end'; next: number }
  | { kind: 'accept' };

const mostStates = 4000;

/**
 * A matcher in linear time (Thompson's construction), for patterns on which a backtracking engine could hang.
 *
 * @returns `undefined` where the pattern looks around or back, or is too large: no such matcher exists.
 */
export function createAutomaton(node: PatternNode): ((text: string) => boolean) | undefined {
  const states: State[] = [{ kind: 'accept' }];
  const add = (state: State): number => {
    if (states.length >= mostStates) throw new RangeError('too many states');
    return states.push(state) - 1;
  };
  const build = (part: PatternNode, next: number): number => {
    switch (part.kind) {
      case 'set':
        return add({ kind: 'set', set: part, next });
      case 'start':
      case 'end':
        return add({ kind: part.kind, next });
      case 'sequence':
        return part.parts.reduceRight((after, inner) => build(inner, after), next);
      case 'choice':
        return add({ kind: 'fork', next: part.branches.map((branch) => build(branch, next)) });
      case 'repeat':
        return buildRepeat(part, next);
      default:
        throw new RangeError('not regular');
    }
  };
  const buildRepeat = (part: Extract<PatternNode, { kind: 'repeat' }>, next: number): number => {
    let entry = next;
    if (part.max === Infinity) {
      const fork: State = { kind: 'fork', next: [next] };
      entry = add(fork);
      fork.next.push(build(part.body, entry));
    } else {
      for (let time = part.min; time < part.max; time++) {
        entry = add({ kind: 'fork', next: [build(part.body, entry), next] });
      }
    }
    for (let time = 0; time < part.min; time++) entry = build(part.body, entry);
    return entry;
  };
  try {
    const entry = build(node, 0);
    return (text) => run(states, entry, text);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function run(states: State[], entry: number, text: string): boolean {
  const characters = [...text];
  let current = new Set<number>();
  for (let position = 0; position <= characters.length; position++) {
    const character = characters[position];
    const reached = new Set<number>();
    const open = [...current, entry];
    const following = new Set<number>();
    for (let index = open.pop(); index !== undefined; index = open.pop()) {
      if (reached.has(index)) continue;
      reached.add(index);
      const state = states[index];
      if (state?.kind === 'accept') return true;
      if (state?.kind === 'fork') open.push(...state.next);
      else if (state?.kind === 'start' && position === 0) open.push(state.next);
      else if (state?.kind === 'end' && position === characters.length) open.push(state.next);
      else if (state?.kind === 'set' && character !== undefined && state.set.has(character)) {
        following.add(state.next);
      }
    }
    current = following;
  }
  return false;
}
