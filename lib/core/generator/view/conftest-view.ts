import type { SecurityScheme } from '../../openapi/model';
import { literalLayout, textLayout } from '../../python/layout/literal';
import { atom, call, collection, prefixed, type LayoutNode } from '../../python/layout/node';
import { quoted } from '../../python/string';
import { importOrder } from '../assemble-file';
import { callParts, type CallPart } from '../plan/call-parts';
import { importsOf, literal } from '../plan/expression';
import { invoke } from '../plan/named';
import type { CallFixture, CleanUp, ResourceFixture, SuitePlan } from '../plan/suite-plan';

import { expressionLayout } from './expression-layout';
import { Code, Docstring, LaidOut } from './printed';
import { signature } from './signature';
import type { SupportName } from './support-names';
import { supportView } from './support-view';

interface CallView {
  signature: LaidOut;
  docstring: Docstring;
  /** Makes the call. */
  made: LaidOut;
  /** Removes what it created. */
  cleanUp: LaidOut | false;
}

export interface ConftestView {
  docstring: Docstring;
  imports: Code[];
  schemes: LaidOut[];
  security: LaidOut;
  load: SuitePlan['load'] | false;
  calls: CallView[];
  resources: { signature: LaidOut; docstring: Docstring; result: LaidOut }[];
}

const always = ['Api', 'NOBODY', 'OTHER', 'READONLY'] as const;

/** The view of `conftest.py`. */
export function conftestView(plan: SuitePlan): ConftestView {
  const calls = plan.calls.map((call) => ({ call, parts: callParts(call, plan.security) }));
  const used = new Set<SupportName>(always);
  const schemes = plan.schemes.filter((scheme) => scheme.type !== 'mutualTLS');
  if (schemes.length > 0) used.add('Scheme');
  const { hasPerformance } = supportView(plan);
  if (hasPerformance) used.add('Load');
  if (calls.length > 0) used.add('Call');
  for (const { parts } of calls)
    for (const part of parts) for (const each of importsOf(part.value)) used.add(each);
  return {
    docstring: new Docstring(
      'Sessions with the API, valid requests, and resources that exist during one test.',
    ),
    imports: [...used].sort(importOrder).map((each) => new Code(each)),
    schemes: schemes.map((scheme) => new LaidOut(schemeLayout(scheme), 4, 0, 1)),
    security: new LaidOut(securityLayout(plan.security), 0, 'SECURITY = '.length),
    load: hasPerformance && plan.load,
    calls: calls.map(({ call, parts }) => callView(call, parts)),
    resources: plan.resources.map(resourceView),
  };
}

function schemeLayout(scheme: SecurityScheme): LayoutNode {
  if (scheme.type === 'apiKey') {
    return call('Scheme', [
      textLayout(scheme.name),
      textLayout('apiKey'),
      prefixed('place=', textLayout(scheme.in)),
      prefixed('parameter=', textLayout(scheme.parameter)),
    ]);
  }
  const isBasic = scheme.type === 'http' && scheme.scheme.toLowerCase() === 'basic';
  return call('Scheme', [textLayout(scheme.name), textLayout(isBasic ? 'basic' : 'bearer')]);
}

/** Names in lists in a list, each written out: a repetition would have to be put in brackets here. */
function securityLayout(security: string[][]): LayoutNode {
  const names = (each: string[]) =>
    collection(
      '[',
      each.map((name) => atom(quoted(name))),
      ']',
    );
  return collection('[', security.map(names), ']');
}

function callView(fixture: CallFixture, parts: CallPart[]): CallView {
  const { operation, cleanUp } = fixture;
  const method = operation.method.toUpperCase();
  const before = cleanUp?.places[0] ? 'call = ' : 'return ';
  return {
    signature: signature(0, fixture.name, ['api', ...fixture.uses]),
    docstring: new Docstring(`${method} ${operation.path} as the document allows it.`),
    made: new LaidOut(callLayout(method, operation.path, parts), 4, before.length),
    cleanUp: cleanUp ? cleanUpLayout(cleanUp) : false,
  };
}

function callLayout(method: string, path: string, parts: CallPart[]): LayoutNode {
  return call('Call', [
    atom('api'),
    atom(quoted(method)),
    textLayout(path),
    ...parts.map(({ name, value }) => prefixed(`${name}=`, expressionLayout(value))),
  ]);
}

function cleanUpLayout({ path, places: [place], isConditional }: CleanUp): LaidOut | false {
  if (!place) return false;
  const at = place.place.from === 'body' ? place.place.path : null;
  const args = [textLayout(path), textLayout(place.parameter), literalLayout(at)];
  if (isConditional) args.push(prefixed('headers=', literalLayout({ 'If-Match': '*' })));
  return new LaidOut(call('call.delete_created', args), 4);
}

function resourceView(resource: ResourceFixture): ConftestView['resources'][number] {
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
    signature: signature(0, resource.name, [resource.call]),
    docstring: new Docstring(`${article} ${resource.noun} that exists during one test.`),
    result: new LaidOut(expressionLayout(result), 4, 'return '.length),
  };
}
