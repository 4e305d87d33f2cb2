import type { SourceRef } from '../../diagnostics';
import type { Json } from '../../json';
import { gapOf } from '../plan/context';
import type { Path } from '../plan/request-body';

import type { OperationPlan } from './operation-plan';
import { applied } from './parameter-values';

/**
 * Whether a list in the body can be made of equal items. Items that name existing things become equal, since one test
 * creates one thing of a kind; where items must differ, such a list would break a second rule.
 */
export function canRepeat(plan: OperationPlan, path: Path, value: Json, source: SourceRef): boolean {
  const { call, context, operation } = plan;
  const schema = call.body?.media.schema;
  if (!Array.isArray(value) || value.length < 2 || schema === undefined || !call.body) return true;
  const [first] = value;
  if (first === undefined) return true;
  const pair = applied(call.body.value, { op: 'set', path, value: [first, first] });
  if (pair !== undefined && context.values.isValid(schema, pair)) return true;
  context.report(
    gapOf(operation, `body ${path.join('.')}`, 'needs several existing things that differ', source),
  );
  return false;
}
