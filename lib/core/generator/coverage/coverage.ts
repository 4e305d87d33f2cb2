import type { SourceRef } from '../../diagnostics';
import type { ApiModel, HttpMethod, Operation } from '../../openapi/model';
import { preferredCodes } from '../rules/preferred-codes';
import type { GeneratedCase, Gap } from '../suite';

import { constructsOf, dimensions, type Dimension } from './constructs';
import { requestKeywords } from './keywords';
import { placeText } from './place-text';

/** One thing that the document says of an operation, and the tests about it. */
export interface CoveredConstruct {
  /** `201`, `query limit`, `request application/json`, `bearerAuth`. */
  name: string;
  source: SourceRef;
  /** Positions in the operation's `cases`. */
  cases: number[];
}

/** What an operation's tests cover: a row of the coverage matrix. */
export interface OperationCoverage {
  operation: string;
  method: HttpMethod;
  path: string;
  cases: { key: string; test: string }[];
  constructs: Record<Dimension, CoveredConstruct[]>;
}

/** The coverage matrix of a suite (law 12): what has tests, with their keys, and what has none, with the reason. */
export interface SuiteCoverage {
  operations: OperationCoverage[];
  /** All gaps: those that planning told, and one for each further construct without a test. */
  gaps: Gap[];
}

export interface CoverageInput {
  model: ApiModel;
  operations: readonly Operation[];
  cases: readonly GeneratedCase[];
  gaps: readonly Gap[];
}

/** Holds the cases of a suite against the document that it was made from. Linear in the size of both. */
export function coverageOf({ model, operations, cases, gaps }: CoverageInput): SuiteCoverage {
  const reasons = new Map(gaps.map((gap) => [`${gap.operation ?? ''} ${placeText(gap.source)}`, gap.reason]));
  const byOperation = new Map<string, GeneratedCase[]>();
  const covered = new Set<string>();
  for (const each of cases) {
    const own = byOperation.get(each.operation.id);
    if (own) own.push(each);
    else byOperation.set(each.operation.id, [each]);
    if (!isAsked(each)) for (const source of each.sources) covered.add(placeText(source));
  }
  const missing: Gap[] = [];
  const rows = operations.map((operation): OperationCoverage => {
    const own = byOperation.get(operation.id) ?? [];
    const places = placesOf(own);
    const row = rowOf(operation, own);
    for (const { dimension, name, sources, whole, reason, partOf } of constructsOf(operation, model, own)) {
      const found = new Set(sources.flatMap((source) => places.get(placeText(source)) ?? []));
      const construct = { name, source: whole, cases: [...found].sort((a, b) => a - b) };
      row.constructs[dimension].push(construct);
      const isTold = reasons.has(`${operation.id} ${placeText(whole)}`);
      const isPart = partOf !== undefined && !places.has(placeText(partOf));
      if (found.size === 0 && !isTold && !isPart && own.length > 0) {
        missing.push({
          operation: operation.id,
          construct: `${words[dimension]} ${name}`,
          reason,
          source: whole,
        });
      }
    }
    return row;
  });
  const told = new Set(gaps.map((gap) => placeText(gap.source)));
  for (const { source, keyword, reason } of requestKeywords(operations, model.schemas)) {
    const place = placeText(source);
    if (!covered.has(place) && !told.has(place)) missing.push({ construct: keyword, reason, source });
  }
  return { operations: rows, gaps: [...gaps, ...missing] };
}

const words: Record<Dimension, string> = {
  statuses: 'response',
  parameters: 'parameter',
  keywords: 'keyword',
  mediaTypes: 'media type',
  security: 'security',
};

function rowOf({ id, method, path }: Operation, cases: GeneratedCase[]): OperationCoverage {
  return {
    operation: id,
    method,
    path,
    cases: cases.map(({ key, file, className, name }) => ({ key, test: `${file}::${className}::${name}` })),
    constructs: { statuses: [], parameters: [], keywords: [], mediaTypes: [], security: [] },
  };
}

/** Whether a test only asks the server for its answers, which few servers give: nothing is covered by that alone. */
function isAsked({ rule }: GeneratedCase): boolean {
  return rule === preferredCodes;
}

/** The positions of cases by the places that they are about. */
function placesOf(cases: readonly GeneratedCase[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  cases.forEach((each, index) => {
    if (isAsked(each)) return;
    for (const source of each.sources) {
      const place = placeText(source);
      const found = places.get(place);
      if (found) found.push(index);
      else places.set(place, [index]);
    }
  });
  return places;
}

/** How many constructs of a kind there are, and how many have a test. */
export function countsOf(
  rows: readonly OperationCoverage[],
  dimension: Dimension,
): { covered: number; all: number } {
  const constructs = rows.flatMap((row) => row.constructs[dimension]);
  return { covered: constructs.filter(({ cases }) => cases.length > 0).length, all: constructs.length };
}

export { dimensions, type Dimension };
