import type { SourceRef } from '../../diagnostics';
import type { Step, TestCase } from '../plan/case';
import { literal, name, type Name } from '../plan/expression';
import { fixed, help } from '../plan/named';

import { listScene, pagingOf } from './list-scene';
import type { OperationPlan } from './operation-plan';
import { largestPage } from './page-size';
import { requireAccepted, response, send } from './steps';
import { writeCase } from './write-case';

const load = fixed('load');
const benchmark = fixed('benchmark');

/** Reads come within the budget, one after the other and many at once, and no page grows beyond what is documented. */
export function readPerformance(plan: OperationPlan): TestCase[] {
  const { operation } = plan;
  if (operation.method !== 'get') return [];
  const subject = name(plan.subject);
  return [
    performance(plan, {
      rule: 'read-in-time',
      title: 'answers in time',
      doc: `95 of 100 answers to GET ${operation.path} come within the budget`,
      risk: 27,
      fixtures: [load, benchmark],
      steps: [
        {
          call: help('expect_in_time', [subject, name(load), name(benchmark)]),
          sources: [operation.source],
        },
      ],
    }),
    performance(plan, {
      rule: 'reads-at-once',
      title: 'answers many requests at once',
      doc: `GET ${operation.path} is asked many times at once, and answered within the budget`,
      risk: 26,
      fixtures: [load],
      steps: [{ call: help('expect_steady', [subject, name(load)]), sources: [operation.source] }],
    }),
    ...largestPages(plan),
  ];
}

function largestPages(plan: OperationPlan): TestCase[] {
  const { size } = pagingOf(plan);
  const most = size && largestPage(size, plan.context.model.schemas);
  const scene = listScene(plan);
  if (!size || most === undefined) return [];
  const inTime = performance(plan, {
    rule: 'largest-page-in-time',
    title: `answers the largest ${size.name} in time`,
    doc: `A page of ${most} items, the most that can be asked for, comes within the budget`,
    risk: 25,
    about: size.source,
    fixtures: [load, benchmark],
    steps: [
      {
        call: help('expect_in_time', [name(plan.subject), name(load), name(benchmark)], {
          query: literal({ [size.name]: most }),
        }),
        sources: [size.source],
      },
    ],
  });
  if (!scene) return [inTime];
  const ceiling = performance(plan, {
    rule: 'page-ceiling',
    title: `never gives more than ${most} items`,
    doc: `A page never holds more than the ${most} items that ${size.name} allows`,
    risk: 26,
    about: size.source,
    fixtures: scene.fixtures,
    steps: [
      ...scene.makeTwo,
      send(plan, { query: literal({ [size.name]: most * 10 }) }, [size.source]),
      {
        call: help('expect_page_ceiling', [name(response), literal(scene.view.path), literal(most)]),
        sources: [size.source],
      },
    ],
  });
  return [inTime, ceiling];
}

interface Performance {
  rule: string;
  title: string;
  doc: string;
  risk: number;
  about?: SourceRef;
  fixtures: Name[];
  steps: Step[];
}

function performance(plan: OperationPlan, { steps, ...text }: Performance): TestCase {
  return writeCase(plan, {
    ...text,
    category: 'performance',
    section: 'performance',
    place: 'request',
    steps: [requireAccepted(plan), ...steps],
  });
}
