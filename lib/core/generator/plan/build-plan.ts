import type { ApiModel, Operation } from '../../openapi/model';
import { createNames, fileSlug } from '../../python/identifier';
import { allRules } from '../rules/all-rules';
import type { OperationPlan } from '../rules/operation-plan';
import { preferredCodes } from '../rules/preferred-codes';
import type { GenerationSettings } from '../settings';
import type { Gap } from '../suite';
import type { Values } from '../values/types';
import { splitLong } from '../view/split-long';

import { withinBudget } from './budget';
import type { TestCase } from './case';
import { gapOf, type PlanContext } from './context';
import { createFixtures } from './fixtures';
import { constructsOf, gather } from './gather';
import { createLayout, type PlacedCase } from './layout';
import { mergeEqual } from './merge-equal';
import { shapeOf } from './path-template';
import { fixtureReserved } from './reserved-names';
import { groupResources } from './resources';
import { createSchemaFiles } from './schema-files';
import { usualSecurity } from './security';
import type { Sample, SuitePlan } from './suite-plan';

export interface PlanOptions<Kept> {
  /** What is kept of the cases of an operation once they are named and placed, one for each. */
  keep: (placed: PlacedCase[]) => Kept[];
  /** Told how many operations are planned, before each. */
  onOperation?: ((done: number, total: number) => void) | undefined;
}

/** Everything a suite holds, from a model: data only, the same for the same input. */
export function buildPlan(model: ApiModel, settings: GenerationSettings, values: Values): SuitePlan {
  return planSuite(model, settings, values, { keep: (placed) => placed.map(({ test }) => test) });
}

/**
 * Plans a suite one operation after the other, and keeps of its cases what is asked for: the cases of all operations take
 * several times the memory of the text that they are printed as.
 */
export function planSuite<Kept>(
  model: ApiModel,
  settings: GenerationSettings,
  values: Values,
  { keep, onOperation }: PlanOptions<Kept>,
): SuitePlan<Kept> {
  const gaps: Gap[] = [...model.leftOut];
  const operations = chosenOperations(model, settings, gaps);
  const byShape = new Map<string, Operation[]>();
  for (const operation of model.operations) {
    const shape = shapeOf(operation.path);
    const siblings = byShape.get(shape);
    if (siblings) siblings.push(operation);
    else byShape.set(shape, [operation]);
  }
  const context: PlanContext = {
    model,
    settings,
    values,
    resources: groupResources(model, operations),
    names: createNames(fixtureReserved),
    report: (gap) => gaps.push(gap),
    pathOperations: (shape) => byShape.get(shape) ?? [],
  };
  const fixtures = createFixtures(context);
  const schemas = createSchemaFiles(model, settings);
  const rules = allRules.filter(({ category }) => settings.categories.includes(category));
  const keys = new Set<string>();
  const layout = createLayout(keep);
  // Resources first, so that the short names are theirs.
  for (const resource of context.resources.all) fixtures.resourceOf(resource);
  for (const [done, operation] of operations.entries()) {
    onOperation?.(done, operations.length);
    const call = fixtures.callOf(operation);
    if (!call) {
      context.report(gapOf(operation, 'operation', 'no valid request can be made'));
      continue;
    }
    const subject = call.fixture.name;
    const plan: OperationPlan = {
      operation,
      ...context.resources.of(operation),
      call,
      subject,
      fixtures,
      schemas,
      context,
    };
    const written = rules.flatMap(({ rule }) => rule(plan));
    const merged = mergeEqual(written, call.body?.mediaType);
    const gathered = gather(merged, settings.budget, (each) => splitLong(each, () => {}).length);
    const all = gathered.cases
      .flatMap((each) => splitLong(each, context.report))
      .map((each) => withUniqueKey(each, keys));
    const { kept, left } = withinBudget(all, settings.budget);
    const beyond = `beyond the budget of ${settings.budget} tests of one operation`;
    for (const { construct, source } of [...gathered.left, ...left.flatMap(constructsOf)])
      context.report(gapOf(operation, construct, beyond, source));
    reportUnreached(plan, all);
    layout.place({ cases: kept, resource: plan.resource, role: plan.role, subject });
  }
  const calls = fixtures.calls();
  return {
    slug: fileSlug(model.title, { fallback: 'api', maxLength: 60 }),
    title: model.title,
    version: model.version,
    servers: model.servers.map((server) => server.url),
    schemes: [...model.securitySchemes.values()],
    security: usualSecurity(model),
    calls,
    resources: fixtures.resources(),
    samples: distinctSamples(calls.flatMap((call) => call.samples)),
    files: layout.files(),
    schemas: schemas.files(),
    gaps,
    operations,
    load: settings.performance,
  };
}

/** The operations that the team wants tests for, and that a test can send. */
function chosenOperations(model: ApiModel, settings: GenerationSettings, gaps: Gap[]): Operation[] {
  const tags = new Set(settings.excludedTags);
  const ids = new Set(settings.excludedOperations);
  return model.operations.filter((operation) => {
    const isExcluded = ids.has(operation.id) || operation.tags.some((tag) => tags.has(tag));
    if (isExcluded) gaps.push(gapOf(operation, 'operation', 'excluded by the settings'));
    const isTrace = operation.method === 'trace';
    if (isTrace && !isExcluded) gaps.push(gapOf(operation, 'operation', 'TRACE is not sent'));
    return !isExcluded && !isTrace;
  });
}

/** Documented refusals and failures that no test asks for. */
function reportUnreached({ operation, context }: OperationPlan, cases: TestCase[]): void {
  const provoked = cases.filter((each) => each.rule !== preferredCodes);
  const reached = new Set(provoked.flatMap((each) => each.sources.map((source) => source.pointer)));
  for (const response of operation.responses) {
    if (!/^[45]/.test(response.status) || reached.has(response.source.pointer)) continue;
    const reason = unreachedReason(response.status);
    context.report(gapOf(operation, `response ${response.status}`, reason, response.source));
  }
}

/** Why no request of a test leads to a documented failure. */
function unreachedReason(status: string): string {
  const only = `tested only where the server offers Prefer: code=${status} (RFC 7240)`;
  if (status.startsWith('5')) return `a test cannot make a sound server fail; ${only}`;
  if (status === '429') return `reaching a limit would disturb the other tests; ${only}`;
  const unclear = 'nothing in the document says which request leads to it';
  return /^\d+$/.test(status) ? `${unclear}; ${only}` : unclear;
}

function withUniqueKey(test: TestCase, keys: Set<string>): TestCase {
  let key = test.key;
  for (let number = 2; keys.has(key); number++) key = `${test.key} | ${number}`;
  keys.add(key);
  return key === test.key ? test : { ...test, key };
}

function distinctSamples(samples: Sample[]): Sample[] {
  // What any request needs is needed, even where a read could do without.
  const listedFirst = samples.toSorted((x, y) => Number(y.isListed ?? false) - Number(x.isListed ?? false));
  const byName = new Map(listedFirst.map((sample) => [sample.variable, sample]));
  return [...byName.keys()].sort().flatMap((variable) => byName.get(variable) ?? []);
}
