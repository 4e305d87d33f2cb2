import type { Operation } from '../../openapi/model';
import type { TestCase } from '../plan/case';
import type { PlanContext } from '../plan/context';
import type { Name } from '../plan/expression';
import type { Fixtures, PlannedCall } from '../plan/fixtures';
import type { Resource, Role } from '../plan/resources';
import type { SchemaFiles } from '../plan/schema-files';

/** What a rule gets: one operation with its valid request, and what the whole suite knows. */
export interface OperationPlan {
  operation: Operation;
  resource: Resource;
  role: Role;
  call: PlannedCall;
  /** The fixture that holds the valid request: `create_book`. */
  subject: Name;
  fixtures: Fixtures;
  schemas: SchemaFiles;
  context: PlanContext;
}

/** One reason to write tests. */
export type Rule = (plan: OperationPlan) => TestCase[];
