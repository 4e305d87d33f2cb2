import type { Operation, Parameter, Schema, SchemaRegistry } from '../../openapi/model';
import type { Step, TestCase } from '../plan/case';
import { literal, member, name, type Expression } from '../plan/expression';
import { successSchema } from '../plan/item-view';
import { fixed, help, invoke } from '../plan/named';
import { applying, propertiesOf, typesOf } from '../plan/schema-members';

import { isCursor, listScene, pagingOf, type ListScene } from './list-scene';
import type { OperationPlan } from './operation-plan';
import { requireSamples } from './steps';
import { writeCase } from './write-case';

const cursorMembers = /^(next(_?(cursor|page_?token|token|page|marker))?|cursor|continuation_?token|after)$/i;
const linkMembers = /^(next|next_?(link|url|uri|href))$/i;
const holders = /^_?(links?|meta(data)?|paging|pagination|page_?info|response_?metadata|cursors)$/i;
/** One more than a page holds, so that there is always a second page. */
const created = ['first', 'second', 'third'].map(fixed);
const pageSize = created.length - 1;

/**
 * Pages that follow each other by a cursor of the answer, by a link in it, or by the header `Link` (RFC 8288) have no item
 * in common, come to an end, and show what was created.
 */
export function listAllPages(plan: OperationPlan): TestCase[] {
  const scene = listScene(plan);
  const { size } = pagingOf(plan);
  if (!scene || scene.key === undefined) return [];
  const next = nextOf(plan);
  if (!next) return [];
  const made = creates(plan, scene);
  return [
    writeCase(plan, {
      category: 'crud',
      rule: 'pages-follow-each-other',
      place: 'pages',
      section: 'operation',
      title: 'shows each item on one page',
      doc: 'Pages have no item in common, and the last one ends the list',
      risk: 81,
      fixtures: scene.fixtures,
      steps: [
        ...made.steps,
        {
          call: help('expect_all_pages', [name(plan.subject), literal(scene.view.path), literal(scene.key)], {
            query: literal(size ? { [size.name]: pageSize } : {}),
            ...next,
            created: made.ids.length > 0 ? { kind: 'list', items: made.ids } : undefined,
          }),
          sources: [plan.operation.source],
        },
      ],
    }),
  ];
}

/** More things than one page holds, whose ids are kept where the answer shows them. */
function creates(
  plan: OperationPlan,
  { producer, makeTwo }: ListScene,
): { steps: Step[]; ids: Expression[] } {
  const path = producer?.path;
  if (!producer || !path) return { steps: makeTwo, ids: [] };
  const steps = created.map((into) => ({
    into,
    call: invoke(
      producer.call,
      'result',
      path.map((step) => literal(step)),
    ),
    sources: [producer.source],
  }));
  return {
    steps: [...requireSamples(plan), ...steps],
    ids: created.map((each) => member(name(each), path)),
  };
}

function nextOf({ operation, context }: OperationPlan): Record<string, Expression> | undefined {
  const next = nextPage(operation, context.model.schemas);
  return (
    next && {
      ...(next.cursor && { cursor: literal(next.cursor.name) }),
      ...(next.at && { next_at: literal(next.at) }),
    }
  );
}

/** How an answer names the page after it: a cursor for a parameter, a link in the body, or the header `Link`. */
export interface NextPage {
  cursor?: Parameter;
  /** Where the body shows the cursor or the link; without it the header does. */
  at?: string[];
}

export function nextPage(operation: Operation, schemas: SchemaRegistry): NextPage | undefined {
  const schema = successSchema(operation);
  const cursor = operation.parameters.find((each) => each.in === 'query' && isCursor(each));
  const isUrl = (each: Schema): boolean =>
    applying(each, schemas).some((part) => /^ur[il]/.test(part.format ?? ''));
  const place = cursor && memberAt(schema, cursorMembers, schemas, (each) => !isUrl(each));
  if (cursor && place) return { cursor, at: place };
  const link = memberAt(schema, linkMembers, schemas, (each) => !cursor || isUrl(each));
  if (link) return { at: link };
  const success = operation.responses.find((each) => /^2/.test(each.status));
  return success?.headers.some((each) => /^link$/i.test(each.name)) ? {} : undefined;
}

/** The path of a text in an answer that is called so, at the top or in one of the usual holders. */
function memberAt(
  schema: Schema | undefined,
  pattern: RegExp,
  registry: SchemaRegistry,
  fits: (schema: Schema) => boolean,
): string[] | undefined {
  const properties = propertiesOf(schema, registry);
  const isText = (each: Schema): boolean => typesOf(each, registry).includes('string') && fits(each);
  const own = [...properties].find(([key, each]) => pattern.test(key) && isText(each))?.[0];
  if (own !== undefined) return [own];
  for (const [key, property] of properties) {
    if (!holders.test(key)) continue;
    const inner = [...propertiesOf(property, registry)].find(
      ([each, of]) => pattern.test(each) && isText(of),
    );
    if (inner) return [key, inner[0]];
  }
  return undefined;
}
