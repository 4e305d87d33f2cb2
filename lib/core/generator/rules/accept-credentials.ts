import type { Row, TestCase } from '../plan/case';
import { expectedSuccess } from '../plan/expected';
import { literal, name } from '../plan/expression';
import { fixed } from '../plan/named';

import { anonymous, shownAlternatives } from './credentials';
import type { OperationPlan } from './operation-plan';
import { expectSuccess, requireSamples, send } from './steps';
import { kebab } from './violation-cases';
import { writeCase } from './write-case';

/** Each alternative of the credentials is enough alone, and optional ones may be left out. */
export function acceptCredentials(plan: OperationPlan): TestCase[] {
  return [...eachAlternative(plan), ...withoutAny(plan)];
}

function eachAlternative(plan: OperationPlan): TestCase[] {
  const { operation } = plan;
  const expected = expectedSuccess(operation);
  const alternatives = shownAlternatives(plan).filter((schemes) => schemes.length > 0);
  if (!expected || alternatives.length < 2) return [];
  const rows = alternatives.map((schemes): Row => {
    const states = Object.fromEntries(schemes.map((each) => [each.name, 'right']));
    return {
      id: kebab(schemes.map((each) => each.name).join(' and ')).replace(/ /g, '-'),
      values: [literal(states)],
      sources: schemes.map((each) => each.source),
    };
  });
  const credentials = fixed('credentials');
  return [
    writeCase(plan, {
      category: 'auth',
      rule: 'each-alternative',
      place: 'security',
      section: 'auth',
      title: 'accepts each alternative of its credentials',
      doc: 'One of the security requirements is enough',
      risk: 72,
      parameters: [credentials],
      rows,
      steps: [
        ...requireSamples(plan),
        send(plan, { credentials: name(credentials) }, [operation.source]),
        expectSuccess(plan, expected),
      ],
    }),
  ];
}

function withoutAny(plan: OperationPlan): TestCase[] {
  const { operation } = plan;
  const expected = expectedSuccess(operation);
  const isOptional = operation.security.some(({ schemes }) => schemes.length === 0);
  if (!expected || !isOptional || operation.security.length < 2) return [];
  const { via } = anonymous(operation);
  return [
    writeCase(plan, {
      category: 'auth',
      rule: 'optional-credentials',
      place: 'security',
      section: 'auth',
      title: 'answers without credentials',
      doc: 'Credentials are optional',
      risk: 71,
      fixtures: [via],
      steps: [
        ...requireSamples(plan),
        send(plan, { via: name(via) }, [operation.source]),
        expectSuccess(plan, expected),
      ],
    }),
  ];
}
