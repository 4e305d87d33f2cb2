import type { ApiResponse, Operation } from '../../openapi/model';
import type { Step, TestCase } from '../plan/case';
import { documents, expectedExactly, expectedSuccess } from '../plan/expected';
import { constant, literal, name, type Expression } from '../plan/expression';
import { isIfMatch } from '../plan/if-match';
import { fixed, help, invoke } from '../plan/named';

import { itemScene, type ItemScene } from './item-scene';
import type { OperationPlan } from './operation-plan';
import { sendCall } from './read-back';
import { expectRejection, expectSuccess, requireAccepted, requireSamples, response, send } from './steps';
import { writeCase } from './write-case';

const before = fixed('before');
const tag = fixed('tag');
/** A tag that no server gives by chance. */
const foreign = '"no-such-tag"';

/** Entity tags and conditional requests (RFC 9110 sections 8.8.3 and 13.1), where the document speaks of them. */
export function conditionalRequests(plan: OperationPlan): TestCase[] {
  const { operation } = plan;
  if (operation.method === 'get') return [...notModified(plan), ...stableTag(plan)];
  const scene = itemScene(plan);
  if (!scene || !showsTag(scene.read)) return [];
  return [...tagFollowsWrites(plan, scene), ...(takesTag(operation) ? currentTag(plan, scene) : [])];
}

/** A write that names another state than the present one, or none where it must, is refused. */
export function rejectTags(plan: OperationPlan): TestCase[] {
  const { operation } = plan;
  const scene = operation.method === 'get' ? undefined : itemScene(plan);
  if (!scene) return [];
  return [
    ...(takesTag(operation) ? wrongTag(plan, scene) : []),
    ...(documents(operation, 428) ? [tagRequired(plan)] : []),
  ];
}

/** Whether a success documents the header `ETag`. */
function showsTag(read: Operation): boolean {
  const shows = (each: ApiResponse): boolean => each.headers.some((header) => /^etag$/i.test(header.name));
  return read.responses.some((each) => /^2/.test(each.status) && shows(each));
}

function takesTag(operation: Operation): boolean {
  return operation.parameters.some(isIfMatch) || documents(operation, 412);
}

const headers = (header: string, value: Expression): Record<string, Expression> => ({
  headers: { kind: 'object', entries: [{ name: header, value }] },
});

function notModified(plan: OperationPlan): TestCase[] {
  const { operation } = plan;
  const success = expectedSuccess(operation);
  if (!success || !documents(operation, 304) || !showsTag(operation)) return [];
  const unchanged = expectedExactly(operation, [304]);
  return [
    writeCase(plan, {
      category: 'crud',
      rule: 'not-modified',
      place: 'response 304',
      section: 'operation',
      title: 'is not sent again when unchanged',
      doc: 'With the tag that the client has there is nothing to send',
      risk: 70,
      steps: [
        ...requireSamples(plan),
        send(plan, {}, [operation.source]),
        expectSuccess(plan, success),
        send(plan, headers('If-None-Match', help('etag_of', [name(response)])), unchanged.sources),
        expectSuccess(plan, unchanged),
      ],
    }),
  ];
}

function stableTag(plan: OperationPlan): TestCase[] {
  const { operation, role } = plan;
  const success = expectedSuccess(operation);
  if (role !== 'read' || !success || !showsTag(operation)) return [];
  return [
    writeCase(plan, {
      category: 'crud',
      rule: 'tag-is-stable',
      place: 'header ETag',
      section: 'operation',
      title: 'keeps its tag without a write',
      doc: 'Two reads of the same content have the same ETag',
      risk: 64,
      steps: [
        ...requireSamples(plan),
        { ...send(plan, {}, [operation.source]), into: before },
        send(plan, {}, [operation.source]),
        expectSuccess(plan, success),
        { call: help('expect_tag_of_content', [name(response), name(before)]), sources: success.sources },
      ],
    }),
  ];
}

function tagFollowsWrites(plan: OperationPlan, scene: ItemScene): TestCase[] {
  const { operation, role } = plan;
  if (role !== 'replace' && role !== 'update') return [];
  return [
    writeCase(plan, {
      category: 'crud',
      rule: 'tag-follows-writes',
      place: 'header ETag',
      section: 'operation',
      title: 'changes the tag with the content',
      doc: 'Another content has another ETag',
      risk: 73,
      fixtures: [scene.reader],
      steps: [
        { ...sendCall(scene.reader, {}, scene.read), into: before },
        send(plan, {}, [operation.source]),
        expectSuccess(plan, scene.success),
        sendCall(scene.reader, {}, scene.read),
        {
          call: help('expect_tag_of_content', [name(response), name(before)], { written: literal(true) }),
          sources: [scene.read.source],
        },
      ],
    }),
  ];
}

/** `tag = get_book.etag()`. */
function readTag({ reader, read }: ItemScene): Step {
  return { into: tag, call: invoke(reader, 'etag'), sources: [read.source] };
}

function wrongTag(plan: OperationPlan, scene: ItemScene): TestCase[] {
  const { operation, role } = plan;
  const refused = expectedExactly(operation, [412]);
  const rule = literal('If-Match names another state of the item');
  const first = writeCase(plan, {
    category: 'error',
    rule: 'wrong-tag',
    place: 'header If-Match',
    section: 'error',
    title: 'rejects a tag that does not match',
    doc: 'With another tag nothing is done',
    risk: 80,
    fixtures: [scene.reader],
    steps: [
      { ...sendCall(scene.reader, {}, scene.read), into: before },
      send(plan, headers('If-Match', literal(foreign)), [operation.source]),
      expectRejection(plan, refused, rule, true),
      ...scene.readInto(),
      { call: help('expect_unchanged', [name(response), name(before)]), sources: [scene.read.source] },
    ],
  });
  if ((role !== 'replace' && role !== 'update') || !showsTag(scene.read)) return [first];
  return [
    first,
    writeCase(plan, {
      category: 'error',
      rule: 'old-tag',
      place: 'header If-Match',
      section: 'error',
      title: 'rejects an old tag',
      doc: 'A tag counts until the next change only',
      risk: 79,
      fixtures: [scene.reader],
      steps: [
        readTag(scene),
        send(plan, headers('If-Match', name(tag)), [operation.source]),
        expectSuccess(plan, scene.success),
        { call: invoke(scene.reader, 'require_other_tag', [name(tag)]), sources: [scene.read.source] },
        send(plan, headers('If-Match', name(tag)), [operation.source]),
        expectRejection(plan, refused, rule),
      ],
    }),
  ];
}

function currentTag(plan: OperationPlan, scene: ItemScene): TestCase[] {
  return [
    writeCase(plan, {
      category: 'crud',
      rule: 'current-tag',
      place: 'header If-Match',
      section: 'operation',
      title: 'accepts the current tag',
      doc: 'If-Match with the tag of the last read is fulfilled',
      risk: 74,
      fixtures: [scene.reader],
      steps: [
        readTag(scene),
        send(plan, headers('If-Match', name(tag)), [plan.operation.source]),
        expectSuccess(plan, scene.success),
      ],
    }),
  ];
}

/** RFC 6585 section 3. */
function tagRequired(plan: OperationPlan): TestCase {
  const refused = expectedExactly(plan.operation, [428]);
  return writeCase(plan, {
    category: 'error',
    rule: 'tag-required',
    place: 'header If-Match',
    section: 'error',
    title: 'requires a tag',
    doc: 'Without If-Match nothing is done',
    risk: 75,
    steps: [
      requireAccepted(plan),
      send(plan, headers('If-Match', constant('OMITTED')), refused.sources),
      expectRejection(plan, refused, literal('If-Match is required'), true),
    ],
  });
}
