import type { SecurityScheme } from '../../openapi/model';
import { callParts } from '../plan/call-parts';
import { literal } from '../plan/expression';
import { invoke } from '../plan/named';
import type { CallFixture, CleanUp, ResourceFixture, SuitePlan } from '../plan/suite-plan';
import { supportView } from '../view/support-view';

import { braces } from './cases-view';
import { expressionWriter, textNode, type ExpressionWriter } from './expression-node';
import { importLine } from './imports';
import { camelCase, type SuiteNames } from './names';
import { Comment, Source } from './printed';
import { array, atom, call, entry, lineLength, object, prefixed, type SourceNode } from './source-node';
import { quoted } from './source-text';

interface FixtureView {
  comment: Comment;
  /** `name: async ({ api }, use) => {` */
  head: Source;
}

interface CallView extends FixtureView {
  /** Makes the call. */
  made: Source;
  /** Removes what it created. */
  cleanUp: Source | false;
}

export interface FixturesView {
  imports: Source;
  schemes: Source;
  security: Source;
  load: SuitePlan['load'] | false;
  /** The names and types of the fixtures. */
  members: Source[];
  calls: CallView[];
  resources: (FixtureView & { result: Source })[];
}

/** The view of `fixtures.ts`. */
export function fixturesView(plan: SuitePlan, names: SuiteNames): FixturesView {
  const writer = expressionWriter(names);
  for (const name of ['Api', 'MAIN', 'NOBODY', 'OTHER', 'READONLY', 'skip']) writer.used.add(name);
  const { hasPerformance } = supportView(plan);
  const types = new Set<string>();
  writer.used.add('Scheme');
  if (plan.calls.length > 0) writer.used.add('Call');
  if (hasPerformance) {
    writer.used.add('loadOf');
    types.add('Load');
  }
  if (plan.resources.length > 0) types.add('Item');
  const schemes = plan.schemes.filter((scheme) => scheme.type !== 'mutualTLS');
  const calls = plan.calls.map((fixture) => callView(fixture, plan.security, writer, names));
  const members = [
    ...plan.calls.map(({ name }) => `${names.of(name)}: Call;`),
    ...plan.resources.map(({ name }) => `${names.of(name)}: Item;`),
  ];
  return {
    imports: importLine([...writer.used], './api-client', [...types]),
    schemes: new Source(array(schemes.map(schemeNode)), 0, 'const schemes: Scheme[] = '.length, 1),
    security: new Source(namesNode(plan.security), 0, 'const security: string[][] = '.length, 1),
    load: hasPerformance && plan.load,
    members: members.map((each) => new Source(atom(each), 2)),
    calls,
    resources: plan.resources.map((resource) => resourceView(resource, writer, names)),
  };
}

function schemeNode(scheme: SecurityScheme): SourceNode {
  const options =
    scheme.type === 'apiKey'
      ? [
          entry('kind', atom(quoted('apiKey'))),
          entry('place', textNode(scheme.in)),
          entry('parameter', textNode(scheme.parameter)),
        ]
      : [entry('kind', atom(quoted(isBasic(scheme) ? 'basic' : 'bearer')))];
  return call('new Scheme', [textNode(scheme.name), object(options)]);
}

function isBasic(scheme: SecurityScheme): boolean {
  return scheme.type === 'http' && scheme.scheme.toLowerCase() === 'basic';
}

function namesNode(security: readonly string[][]): SourceNode {
  return array(security.map((each) => array(each.map(textNode))));
}

function fixtureHead(name: string, uses: readonly string[]): Source {
  const taken = braces(uses);
  const line = `${name}: async (${taken}, use) => {`;
  if (2 + line.length <= lineLength) return new Source(atom(line), 2);
  const flat = `    ${taken},`;
  const parameters =
    flat.length <= lineLength
      ? flat
      : ['    {', ...uses.map((each) => `      ${each},`), '    },'].join('\n');
  return new Source(atom([`${name}: async (`, parameters, '    use,', '  ) => {'].join('\n')), 2);
}

function callView(
  fixture: CallFixture,
  usual: string[][],
  { node }: ExpressionWriter,
  names: SuiteNames,
): CallView {
  const { operation, cleanUp } = fixture;
  const method = operation.method.toUpperCase();
  const parts = callParts(fixture, usual).map(({ name, value }) => entry(camelCase(name), node(value)));
  const args = [atom('api'), atom(quoted(method)), textNode(operation.path)];
  if (parts.length > 0) args.push(object(parts));
  return {
    comment: new Comment(`${method} ${operation.path} as the document allows it.`),
    head: fixtureHead(names.of(fixture.name), ['api', ...fixture.uses.map((each) => names.of(each))]),
    made: new Source(prefixed('const call = ', call('new Call', args)), 4, 0, 1),
    cleanUp: cleanUp ? cleanUpSource(cleanUp) : false,
  };
}

function cleanUpSource({ path, places: [place], isConditional }: CleanUp): Source | false {
  if (!place) return false;
  const shown = place.place;
  const at =
    shown.from === 'body'
      ? array(shown.path.map((step) => (typeof step === 'string' ? textNode(step) : atom(String(step)))))
      : atom('null');
  const args = [textNode(path), textNode(place.parameter), at];
  if (isConditional) args.push(object([entry('headers', object([entry(`'If-Match'`, atom(`'*'`))]))]));
  return new Source(prefixed('await ', call('call.deleteCreated', args)), 4, 0, 1);
}

function resourceView(
  resource: ResourceFixture,
  { invocation }: ExpressionWriter,
  names: SuiteNames,
): FixturesView['resources'][number] {
  const by = resource.identifiedBy;
  const result =
    by.from === 'body'
      ? invoke(
          resource.call,
          'result',
          by.path.map((step) => literal(step)),
        )
      : invoke(resource.call, 'result', [], { location: literal(by.parameter) });
  const article = /^[aeiou]/.test(resource.noun) ? 'An' : 'A';
  return {
    comment: new Comment(`${article} ${resource.noun} that exists during one test.`),
    head: fixtureHead(names.of(resource.name), [names.of(resource.call)]),
    result: new Source(prefixed('await ', call('use', [invocation(result)])), 4, 0, 1),
  };
}
