import type { Bench } from '../bench';
import { applyDelta, pointerOf } from '../delta';
import type { Delta } from '../types';
import { survivesWire } from '../wire';

import type { Proposal } from './proposal';

/** Rules that cannot but break together with another one at the same place. */
const companions: Readonly<Record<string, readonly string[]>> = {
  type: ['enum', 'const'],
  enum: ['const'],
  const: ['enum'],
  required: ['minProperties', 'dependentRequired'],
  additionalProperties: ['unevaluatedProperties'],
};

/**
 * The first delta of a proposal that makes the value invalid, also after the wire, by the proposed rule and by no
 * other.
 */
export function firstSound(bench: Bench, proposal: Proposal): Delta | undefined {
  for (const delta of proposal.deltas) if (isSound(bench, proposal, delta)) return delta;
  return undefined;
}

function isSound(bench: Bench, proposal: Proposal, delta: Delta): boolean {
  const { validator, place } = bench;
  const { schema, value, path, pinned } = bench.partAt(proposal.at);
  const inner = delta.path.slice(path.length);
  const changed = applyDelta(value, { ...delta, path: inner });
  const issues = validator.errorsOfLowered(pinned.schema, changed);
  const at = pointerOf(proposal.at.slice(path.length));
  const isIntended = issues.some((issue) => issue.keyword === proposal.keyword && issue.instancePath === at);
  if (!isIntended) return false;
  const allowed = [proposal.keyword, ...(companions[proposal.keyword] ?? [])];
  if (!issues.every((issue) => issue.instancePath === at && allowed.includes(issue.keyword))) return false;
  // Where nothing was chosen the pinned schema has said all; else another branch may take what this one refuses.
  if (pinned.hasChoices && validator.isValid(schema, changed)) return false;
  return survivesWire(validator, schema, changed, place, { path: inner, depth: path.length });
}
