import type { SecurityScheme } from '../../openapi/model';
import { importOrder } from '../assemble-file';
import { importsOf, literal, type Expression, type Name } from '../plan/expression';
import { fixed, invoke } from '../plan/named';
import { alternatives } from '../plan/security';
import type { CallFixture, ResourceFixture, SuitePlan } from '../plan/suite-plan';

import { expressionView, type ExpressionView } from './expression-view';
import { Code, Docstring, type Printed } from './printed';
import type { SupportName } from './support-names';

interface CallView {
  name: Code;
  docstring: Docstring;
  uses: Code[];
  method: string;
  path: string;
  parts: { name: Code; value: ExpressionView }[];
  cleanUp: { path: string; parameter: string; place: Printed } | false;
}

export interface ConftestView {
  docstring: Docstring;
  imports: Code[];
  schemes: { name: string; kind: string; isPlaced: boolean; place: string; parameter: string }[];
  security: Printed;
  calls: CallView[];
  resources: { name: Code; docstring: Docstring; call: Code; result: ExpressionView }[];
}

const always = ['Api', 'MISPLACED', 'NOBODY', 'READONLY', 'STRANGER'] as const;

/** The view of `conftest.py`. */
export function conftestView(plan: SuitePlan): ConftestView {
  const calls = plan.calls.map((call) => ({ call, parts: partsOf(call, plan.security) }));
  const used = new Set<SupportName>(always);
  const schemes = plan.schemes.filter((scheme) => scheme.type !== 'mutualTLS');
  if (schemes.length > 0) used.add('Scheme');
  if (calls.length > 0) used.add('Call');
  for (const { parts } of calls)
    for (const part of parts) for (const each of importsOf(part.value)) used.add(each);
  return {
    docstring: new Docstring(
      'Sessions with the API, valid requests, and resources that exist during one test.',
    ),
    imports: [...used].sort(importOrder).map((each) => new Code(each)),
    schemes: schemes.map(schemeView),
    security: plan.security,
    calls: calls.map(({ call, parts }) => callView(call, parts)),
    resources: plan.resources.map(resourceView),
  };
}

function schemeView(scheme: SecurityScheme): ConftestView['schemes'][number] {
  if (scheme.type === 'apiKey') {
    return {
      name: scheme.name,
      kind: 'apiKey',
      isPlaced: true,
      place: scheme.in,
      parameter: scheme.parameter,
    };
  }
  const isBasic = scheme.type === 'http' && scheme.scheme.toLowerCase() === 'basic';
  return { name: scheme.name, kind: isBasic ? 'basic' : 'bearer', isPlaced: false, place: '', parameter: '' };
}

interface Part {
  name: Name;
  value: Expression;
}

/** What the request holds, as keyword arguments; empty parts are left out. */
function partsOf(call: CallFixture, usual: string[][]): Part[] {
  const { operation, body } = call;
  const parts: Part[] = [];
  for (const part of ['path', 'query', 'headers', 'cookies'] as const) {
    if (call[part].length > 0)
      parts.push({ name: fixed(part), value: { kind: 'object', entries: call[part] } });
  }
  if (body) {
    parts.push({ name: fixed('body'), value: { kind: 'later', value: body.value } });
    if (body.mediaType !== 'application/json') {
      parts.push({ name: fixed('media_type'), value: literal(body.mediaType) });
    }
  }
  const security = alternatives(operation);
  if (JSON.stringify(security) !== JSON.stringify(usual)) {
    parts.push({ name: fixed('security'), value: literal(security) });
  }
  const samples = call.samples.map((sample) => sample.variable);
  if (samples.length > 0) parts.push({ name: fixed('samples'), value: literal(samples) });
  return parts;
}

function callView(call: CallFixture, parts: Part[]): CallView {
  const { operation, cleanUp } = call;
  const place = cleanUp?.places[0];
  return {
    name: new Code(call.name),
    docstring: new Docstring(
      `${operation.method.toUpperCase()} ${operation.path} as the document allows it.`,
    ),
    uses: call.uses.map((each) => new Code(each)),
    method: operation.method.toUpperCase(),
    path: operation.path,
    parts: parts.map((part) => ({ name: new Code(part.name), value: expressionView(part.value) })),
    cleanUp:
      cleanUp && place
        ? {
            path: cleanUp.path,
            parameter: place.parameter,
            place: place.place.from === 'body' ? place.place.path : null,
          }
        : false,
  };
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
    name: new Code(resource.name),
    docstring: new Docstring(`${article} ${resource.noun} that exists during one test.`),
    call: new Code(resource.call),
    result: expressionView(result),
  };
}
