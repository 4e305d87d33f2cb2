import { sourceOf, type Bench } from '../bench';
import { pointerOf } from '../delta';
import { mostLocations } from '../pin';
import type { NoValue, Variations, Violation } from '../types';

import { firstSound } from './check';
import { excluded, noBranch, severalBranches } from './choices';
import { containedItems } from './contains';
import { wrongDiscriminator } from './discriminators';
import { misnamedMember } from './names';
import { betweenMultiples, outOfBounds, outOfFormatRange } from './numbers';
import { items, memberCount, missingMembers, silentMember, undeclaredMember } from './objects';
import { openMembers } from './open-members';
import type { Proposer } from './proposal';
import { formatMiss, patternMiss, wrongLength } from './texts';
import { extraItem } from './tuples';
import { unlistedValue, wrongType } from './types';

const proposers: readonly Proposer[] = [
  missingMembers,
  wrongType,
  unlistedValue,
  wrongLength,
  patternMiss,
  formatMiss,
  outOfBounds,
  betweenMultiples,
  outOfFormatRange,
  items,
  memberCount,
  undeclaredMember,
  silentMember,
  misnamedMember,
  openMembers((bench) => allViolations(bench)),
  containedItems,
  extraItem,
  excluded,
  noBranch,
  severalBranches,
  wrongDiscriminator,
];

/** Every rule that can be broken alone at any depth of the base value; the reason for each that cannot. */
export function allViolations(bench: Bench, under: readonly (string | number)[] = []): Variations<Violation> {
  const found = new Map<string, Violation>();
  const skipped = new Map<string, NoValue>();
  const broken = new Set<string>();
  const isUnder = ({ path }: (typeof bench.pinned.locations)[number]) =>
    under.every((step, depth) => path[depth] === step);
  for (const location of bench.pinned.locations.filter(isUnder)) {
    for (const node of location.nodes) {
      for (const proposer of proposers) {
        for (const proposal of proposer(bench, location, node)) {
          const writtenAs = 'writtenAs' in proposal ? proposal.writtenAs : undefined;
          const source = sourceOf(bench, node, writtenAs ?? proposal.keyword);
          const rule = `${pointerOf(location.path)} ${proposal.keyword} ${source.file}#${source.pointer}`;
          if ('reason' in proposal) {
            skipped.set(rule, { reason: proposal.reason, source });
            continue;
          }
          const { keyword, limit, id } = proposal;
          const delta = firstSound(bench, proposal);
          if (delta) {
            broken.add(rule);
            const condition = location.conditions.get(node);
            const isBeyondSchema = proposal.excused !== undefined && !proposal.excused.mustBreak;
            const violation: Violation = {
              ...{ keyword, limit, id, delta, source },
              ...(condition && { condition }),
              ...(isBeyondSchema && { isBeyondSchema }),
            };
            found.set(`${pointerOf(delta.path)} ${keyword} ${id}`, violation);
          } else if (!skipped.has(rule)) {
            skipped.set(rule, { reason: proposal.otherwise ?? reasonFor(bench, keyword), source });
          }
        }
      }
    }
  }
  if (bench.pinned.isCut) {
    const reason = `Only the first ${mostLocations} members of a value are varied.`;
    skipped.set('cut', {
      reason,
      source: bench.registry.sourceOf(bench.schema) ?? { file: '', pointer: '' },
    });
  }
  const reasons = [...skipped].filter(([rule]) => !broken.has(rule)).map(([, reason]) => reason);
  return { items: [...found.values()], skipped: reasons };
}

function reasonFor(bench: Bench, keyword: string): string {
  const where =
    bench.place === 'json' ? '' : ` and still be broken after it travelled as text (${bench.place})`;
  return `No value was found that breaks ${keyword} alone${where}.`;
}
