import type { Bench } from '../bench';
import { applyDelta, pointerOf } from '../delta';
import type { LoweredObject } from '../lower';
import type { Delta } from '../types';
import { isCarried, survivesWire } from '../wire';

import type { Proposal } from './proposal';

/** Rules that cannot but break together with another one at the same place. */
const companions: Readonly<Record<string, readonly string[]>> = {
  type: ['enum', 'const'],
  enum: ['const'],
  const: ['enum'],
  required: ['minProperties', 'dependentRequired'],
  additionalProperties: ['unevaluatedProperties'],
  unevaluatedProperties: ['additionalProperties'],
};

/**
 * The first delta of a proposal that makes the value invalid, also after the wire, by the proposed rule and by no
 * other.
 */
export function firstSound(bench: Bench, proposal: Proposal): Delta | undefined {
  const { node, at, relaxes } = proposal;
  let relaxed: LoweredObject | undefined;
  for (const delta of proposal.deltas) {
    relaxed ??= relaxes && bench.relaxedAt(at, { node, keywords: relaxes });
    if (isSound(bench, proposal, delta, relaxed)) return delta;
  }
  return undefined;
}

function isSound(
  bench: Bench,
  proposal: Proposal,
  delta: Delta,
  relaxed: LoweredObject | undefined,
): boolean {
  const { validator, place } = bench;
  const { schema, value, path, pinned } = bench.partAt(proposal.at);
  const inner = delta.path.slice(path.length);
  const changed = applyDelta(value, { ...delta, path: inner });
  const isCarriedWrong = () =>
    survivesWire(validator, schema, changed, place, { path: inner, depth: path.length });
  if (relaxed) {
    if (validator.errorsOfLowered(relaxed, changed).length > 0) return false;
    return !validator.isValid(schema, changed) && isCarriedWrong();
  }
  const issues = validator.errorsOfLowered(pinned.schema, changed);
  if (proposal.excused) {
    const { keywords, mustBreak } = proposal.excused;
    const excusedAt = pointerOf(proposal.excused.at.slice(path.length));
    const isExcused = ({ instancePath, keyword }: (typeof issues)[number]) =>
      instancePath === excusedAt && keywords.includes(keyword);
    if (!issues.every(isExcused) || !isCarried(changed, place, path.length)) return false;
    return !mustBreak || (!validator.isValid(schema, changed) && isCarriedWrong());
  }
  const at = pointerOf(proposal.at.slice(path.length));
  const isIntended = issues.some((issue) => issue.keyword === proposal.keyword && issue.instancePath === at);
  if (!isIntended) return false;
  const allowed = [proposal.keyword, ...(companions[proposal.keyword] ?? [])];
  if (!issues.every((issue) => issue.instancePath === at && allowed.includes(issue.keyword))) return false;
  // Where nothing was chosen the pinned schema has said all; else another branch may take what this one refuses.
  if (pinned.hasChoices && validator.isValid(schema, changed)) return false;
  return isCarriedWrong();
}
