import type { SourceRef } from '../../diagnostics';
import type { Operation, Parameter } from '../../openapi/model';
import type { Step } from '../plan/case';
import { expectedSuccess } from '../plan/expected';
import { member, name, type Expression, type Name } from '../plan/expression';
import { identifyingProperty } from '../plan/identification';
import { itemIn, listIn, successSchema, type ItemView } from '../plan/item-view';
import { fixed, invoke } from '../plan/named';
import { shapeOf } from '../plan/path-template';
import type { Values } from '../values/types';

import type { OperationPlan } from './operation-plan';
import { itemParameter } from './read-back';
import { expectSuccess, requireSamples } from './steps';

/** What puts one more thing into a list: a call, and where its answer shows the new thing's identity. */
export interface Producer {
  call: Name;
  path: (string | number)[] | undefined;
  source: SourceRef;
}

/** A list that an operation answers with, and how tests see to it that it has something to show. */
export interface ListScene {
  view: ItemView;
  /** The property by which items are told apart, where one is known. */
  key: string | undefined;
  /** None where tests cannot make what is listed. */
  producer: Producer | undefined;
  fixtures: Name[];
  /** Two things more, so that order, filters and pages have something to be right about. */
  makeTwo: Step[];
  /** Checks the answer and keeps its body under `items`. */
  expectItems: Step;
  /** The list in that body. */
  items: Expression;
}

const items = fixed('items');

/** The scene of an operation that answers with a list. */
export function listScene(plan: OperationPlan): ListScene | undefined {
  const { operation, resource, role, context } = plan;
  if (operation.method !== 'get') return undefined;
  const { schemas } = context.model;
  const view = listIn(successSchema(operation), schemas);
  const success = expectedSuccess(operation);
  if (!view || view.properties.size === 0 || !success) return undefined;
  const item = [...resource.operations].find(([, each]) => each === 'read' || each === 'delete')?.[0];
  const isOwn = role === 'list' && item !== undefined;
  const producer = role === 'list' ? creating(plan) : posting(plan);
  const makeOne: Step[] = producer
    ? [{ call: invoke(producer.call, 'result'), sources: [producer.source] }]
    : [];
  return {
    view,
    key: identifyingProperty(
      view.properties,
      isOwn ? itemParameter(item) : 'id',
      isOwn ? resource.noun : '',
      schemas,
    ),
    producer,
    fixtures: producer ? [producer.call] : [],
    makeTwo: [...requireSamples(plan), ...makeOne, ...makeOne],
    expectItems: expectSuccess(plan, success, items),
    items: member(name(items), view.path),
  };
}

function creating({ fixtures, resource }: OperationPlan): Producer | undefined {
  const fixture = fixtures.resourceOf(resource);
  if (!fixture) return undefined;
  const path = fixture.identifiedBy.from === 'body' ? fixture.identifiedBy.path : undefined;
  return { call: fixture.call, path, source: fixture.source };
}

/** `POST /books/{bookId}/reviews` beside `GET` of the same path: its items have no path of their own. */
function posting({ operation, resource, fixtures, context }: OperationPlan): Producer | undefined {
  const { schemas } = context.model;
  const shape = shapeOf(operation.path);
  const post = [...resource.operations.keys()].find(
    (each) => each.method === 'post' && shapeOf(each.path) === shape,
  );
  const call = post && fixtures.callOf(post);
  if (!call || !post.responses.some((each) => each.status === '201')) return undefined;
  const view = itemIn(successSchema(post), 'id', '', schemas);
  const key = view && identifyingProperty(view.properties, 'id', '', schemas);
  const path = view && key !== undefined ? [...view.path, key] : undefined;
  return { call: call.fixture.name, path, source: post.source };
}

const sizes = /^(limit|page_?limit|page_?size|per_?page|size|max_?results|top|count|rows)$/i;
const offsets = /^(offset|skip|start_?index)$/i;
const numbers = /^(page|page_?number|page_?no)$/i;
const cursors = /cursor|token|after|before|marker/i;

/** The parameters of a list that choose a page. */
export interface Paging {
  size: Parameter | undefined;
  /** How many items are left out, or the number of a page. */
  position: Parameter | undefined;
  /** Pages follow each other by what an answer says. */
  hasCursor: boolean;
}

/** The paging of a list; a twin of the document pages by the same parameters. */
export function pagingOf({
  operation,
  context,
}: {
  operation: Operation;
  context: { values: Pick<Values, 'isValid'> };
}): Paging {
  const isCount = (parameter: Parameter, value: number): boolean =>
    parameter.in === 'query' && context.values.isValid(parameter.schema, value);
  const named = (pattern: RegExp): Parameter | undefined =>
    operation.parameters.find((each) => pattern.test(each.name) && isCount(each, 1));
  return {
    size: named(sizes),
    position: named(offsets) ?? named(numbers),
    hasCursor: operation.parameters.some(isCursor),
  };
}

/** Whether a parameter says where a page starts by what an earlier answer gave. */
export function isCursor({ name }: Parameter): boolean {
  return cursors.test(name) && !/created|updated/i.test(name);
}

export function isPageNumber(parameter: Parameter): boolean {
  return numbers.test(parameter.name);
}
