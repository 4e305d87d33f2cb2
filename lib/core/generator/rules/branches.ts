import type { Json } from '../../json';
import { gapOf } from '../plan/context';
import { literal, type Expression, type Name } from '../plan/expression';
import { help, invoke } from '../plan/named';
import type { Boundary } from '../values/types';

import type { OperationPlan } from './operation-plan';
import { applied } from './parameter-values';
import { placeWords } from './violation-words';

/** A body that takes another branch or side than the usual one. */
export interface BranchBody {
  branch: Boundary;
  /** The whole body, as JSON and as what a test sends. */
  value: Json;
  expression: Expression;
  uses: Name[];
  /** `method as cash`, `body where its condition fails`. */
  words: string;
  /** The same without the place: ` as cash`. */
  suffix: string;
}

/** A body for each branch and side that the usual body does not take. */
export function branchBodies(plan: OperationPlan, report = false): BranchBody[] {
  const { call, context, operation, resource, fixtures } = plan;
  const body = call.body;
  if (body?.place === undefined || body.media.schema === undefined) return [];
  const { schema } = body.media;
  const found = context.values.branches(schema, body.value, body.place);
  if (report) {
    for (const { reason, source } of found.skipped) {
      context.report(gapOf(operation, `body ${body.mediaType}`, reason, source));
    }
  }
  return found.items.flatMap((branch): BranchBody[] => {
    const { delta } = branch;
    const value = applied(body.value, delta);
    if (value === undefined) return [];
    const suffix = suffixOf(branch);
    const words = `${placeOf(branch)}${suffix}`;
    if (delta.path.length === 0) {
      const unique = context.values.unique(schema, value, resource.noun);
      const whole = fixtures.bodyOf(operation, { value, origin: 'generated', unique });
      return [{ branch, value, words, suffix, ...whole }];
    }
    const base = invoke(plan.subject, 'body');
    const steps = delta.path.map((step) => literal(step));
    if (delta.op === 'remove') {
      return [{ branch, value, words, suffix, expression: help('without', [base, ...steps]), uses: [] }];
    }
    if (fixtures.isReference(operation, value, delta.path)) return [];
    const { expression, uses } = fixtures.memberOf(operation, delta.path, delta.value);
    return [
      {
        branch,
        value,
        words,
        suffix,
        uses,
        expression: help('changed', [base, ...steps], { value: expression }),
      },
    ];
  });
}

function placeOf({ keyword, delta }: Boundary): string {
  const isSide = keyword === 'then' || keyword === 'else';
  return placeWords(isSide || delta.op === 'remove' ? delta.path.slice(0, -1) : delta.path, 'body');
}

function suffixOf({ keyword, id }: Boundary): string {
  const words = id.replace(/-/g, ' ');
  return keyword === 'then' || keyword === 'else' ? ` where its ${words}` : ` ${words}`;
}
