import type { Row, TestCase } from '../plan/case';
import { literal, name, type Expression, type Name } from '../plan/expression';
import { fixed, help } from '../plan/named';

import { freestParameter } from './free-places';
import type { OperationPlan } from './operation-plan';
import { notUtf8 } from './robust-values';
import { requireAccepted, response, send } from './steps';
import { writeCase } from './write-case';

/** An error tells the client what is wrong with the request, and nothing of how the server is made (RFC 9457 section 5). */
export function errorInternals(plan: OperationPlan): TestCase[] {
  const broken = brokenBody(plan) ?? brokenParameter(plan);
  if (!broken) return [];
  const { parameter, rows, change } = broken;
  return [
    writeCase(plan, {
      category: 'security',
      rule: 'error-internals',
      place: 'request',
      section: 'security',
      title: 'shows no internals in errors',
      doc: 'The answer to a broken request shows no stack trace, query or path of the server',
      risk: 42,
      parameters: [parameter],
      rows,
      steps: [
        requireAccepted(plan),
        send(plan, change, []),
        { call: help('expect_no_internals', [name(response)]), sources: [] },
      ],
    }),
  ];
}

interface Broken {
  parameter: Name;
  rows: Row[];
  change: Record<string, Expression>;
}

function brokenBody({ call }: OperationPlan): Broken | undefined {
  if (call.body?.place !== 'json') return undefined;
  const { source } = call.body.media;
  const rawBody = fixed('raw_body');
  const row = (id: string, text: string): Row => ({
    id,
    values: [{ kind: 'bytes', text }],
    sources: [source],
  });
  return {
    parameter: rawBody,
    rows: [
      row('cut-off', '{"broken": '),
      row('text', '"text"'),
      row('null', 'null'),
      row('list-of-lists', '[[1]]'),
    ],
    change: { raw_body: name(rawBody) },
  };
}

function brokenParameter(plan: OperationPlan): Broken | undefined {
  if (plan.operation.method !== 'get') return undefined;
  const inPath = plan.operation.parameters.findLast((each) => each.in === 'path');
  const found = inPath ?? freestParameter(plan, 'query');
  if (!found) return undefined;
  const part = fixed(found === inPath ? 'path' : 'query');
  const row = (id: string, value: Expression): Row => ({
    id: `${found.name}-${id}`,
    values: [{ kind: 'object', entries: [{ name: found.name, value }] }],
    sources: [found.source],
  });
  return {
    parameter: part,
    rows: [
      row('not-utf-8', help('verbatim', [literal(notUtf8)])),
      row('quote', literal("'")),
      row('nul', literal('\u0000')),
      row('word', literal('NaN')),
    ],
    change: { [part]: name(part) },
  };
}
