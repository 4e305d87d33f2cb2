import type { ApiModel, Operation } from '../../openapi/model';
import type { Names } from '../../python/identifier';
import type { GenerationSettings } from '../settings';
import type { Gap } from '../suite';
import type { Values } from '../values/types';

import type { Resources } from './resources';

/** What planning works on: the model, the choices of the team, and the report of what was left out. */
export interface PlanContext {
  model: ApiModel;
  settings: GenerationSettings;
  values: Values;
  resources: Resources;
  /** Names of fixtures, one scope for a suite. */
  names: Names;
  report(gap: Gap): void;
  /** The operations of one path, by its shape, in document order. */
  pathOperations(shape: string): Operation[];
}

/** A gap of one operation. */
export function gapOf(
  operation: Operation,
  construct: string,
  reason: string,
  source = operation.source,
): Gap {
  return { operation: operation.id, construct, reason, source };
}
