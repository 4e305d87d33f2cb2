import type { SourceRef } from '../../diagnostics';
import type { TestCase } from '../plan/case';
import { documents, expectedRefusal, orAlso, type Expected } from '../plan/expected';
import { constant, literal, type Expression } from '../plan/expression';
import { isXml } from '../plan/media-type';
import { invoke } from '../plan/named';

import type { OperationPlan } from './operation-plan';
import { expectRejection, requireAccepted, send } from './steps';
import { writeCase } from './write-case';

/** Bodies that cannot be read at all: broken JSON, none where one is required, a media type that is not documented. */
export function rejectBrokenBodies(plan: OperationPlan): TestCase[] {
  const { operation, call, context } = plan;
  const description = operation.requestBody;
  if (!description || !call.body) return [];
  const invalid = context.settings.invalidStatuses;
  const cases: TestCase[] = [];
  if (call.body.place === 'json') {
    cases.push(
      broken(plan, {
        rule: 'malformed-json',
        title: 'rejects malformed json',
        change: { raw_body: { kind: 'bytes', text: '{"broken": ' } },
        expected: expectedRefusal(operation, [...new Set([400, ...invalid])]),
        says: 'the body is not JSON',
        source: call.body.media.source,
      }),
    );
  }
  if (isXml(call.body.mediaType)) {
    cases.push(
      broken(plan, {
        rule: 'malformed-xml',
        title: 'rejects malformed xml',
        change: { raw_body: { kind: 'bytes', text: '<broken attribute=' } },
        expected: expectedRefusal(operation, [...new Set([400, ...invalid])]),
        says: 'the body is not XML',
        source: call.body.media.source,
      }),
    );
  }
  const { schema } = call.body.media;
  if (call.body.place === 'json' && schema !== undefined && !Array.isArray(call.body.value)) {
    // Right in itself, and one level too deep.
    if (!context.values.isValid(schema, [call.body.value])) {
      cases.push(
        broken(plan, {
          rule: 'wrong-shape-body',
          title: 'rejects a list instead of one',
          change: { body: { kind: 'list', items: [invoke(plan.subject, 'body')] } },
          expected: expectedRefusal(operation, [...new Set([400, ...invalid])]),
          says: 'the body is one item, never a list',
          source: call.body.media.source,
        }),
      );
    }
  }
  if (description.required) {
    cases.push(
      broken(plan, {
        rule: 'empty-body',
        title: 'rejects a missing body',
        change: { body: constant('OMITTED') },
        // A request without a body names no media type either (RFC 9110 section 15.5.16).
        expected: orAlso(expectedRefusal(operation, [...new Set([400, ...invalid])]), 415),
        says: 'the body is required',
        source: description.source,
      }),
    );
  }
  const unknown = ['text/plain', 'application/x-unknown'].find((type) =>
    description.content.every((each) => !covers(each.mediaType, type)),
  );
  if (unknown !== undefined) {
    const fitting = documents(operation, 415) ? [415] : [415, 400, ...invalid];
    cases.push(
      broken(plan, {
        rule: 'undocumented-media-type',
        title: 'rejects an undocumented media type',
        change: { raw_body: { kind: 'bytes', text: 'plain text' }, media_type: literal(unknown) },
        expected: orAlso(expectedRefusal(operation, fitting), 415),
        says: `the body is never ${unknown}`,
        source: description.source,
      }),
    );
  }
  return cases;
}

interface Broken {
  rule: string;
  title: string;
  change: Record<string, Expression>;
  expected: Expected;
  says: string;
  source: SourceRef;
}

function broken(plan: OperationPlan, { rule, title, change, expected, says, source }: Broken): TestCase {
  return writeCase(plan, {
    category: 'error',
    rule,
    place: 'body',
    section: 'error',
    title,
    doc: says.charAt(0).toUpperCase() + says.slice(1),
    risk: rule === 'undocumented-media-type' ? 69 : 71,
    steps: [
      requireAccepted(plan),
      send(plan, change, [source]),
      expectRejection(plan, expected, literal(says), true),
    ],
  });
}

function covers(range: string, mediaType: string): boolean {
  const [type, subtype] = range.split(';')[0]?.trim().split('/') ?? [];
  const [wantedType, wantedSubtype] = mediaType.split('/');
  return (type === '*' || type === wantedType) && (subtype === '*' || subtype === wantedSubtype);
}
