import type { SourceRef } from '../diagnostics';
import type { Json, JsonObject } from '../json';

import type { SuitePlan } from './plan/suite-plan';
import type { GeneratedCase, Gap } from './suite';

/** By this the command line knows a folder that it wrote. */
export const generatorName = 'ai-test-gen';

/** `coverage.json`: the places of the document that have tests, with the tests, and those that have none, with why. */
export function coverageReport(
  plan: SuitePlan,
  cases: GeneratedCase[],
  gaps: Gap[],
  files: string[],
): string {
  const covered = new Map<string, Set<string>>();
  for (const each of cases) {
    for (const source of each.sources) {
      const place = placeText(source);
      const names = covered.get(place) ?? new Set<string>();
      covered.set(place, names.add(`${each.file}::${each.className}::${each.name}`));
    }
  }
  const places: JsonObject = {};
  for (const place of [...covered.keys()].sort()) places[place] = [...(covered.get(place) ?? [])];
  const report: Json = {
    generator: generatorName,
    title: plan.title,
    version: plan.version,
    operations: plan.operations,
    cases: cases.length,
    files,
    covered: places,
    gaps: gaps.map((gap) => ({
      ...(gap.operation !== undefined && { operation: gap.operation }),
      construct: gap.construct,
      reason: gap.reason,
      source: placeText(gap.source),
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function placeText(source: SourceRef): string {
  return `${source.file}#${source.pointer}`;
}
