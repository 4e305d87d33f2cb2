import type { MediaType } from '../../openapi/model';
import type { TestCase } from '../plan/case';
import { expectedRefusal } from '../plan/expected';
import { literal, member, name } from '../plan/expression';
import { patchedMember, type PatchedMember } from '../plan/json-patch';
import { isJsonPatch } from '../plan/media-type';
import { fixed, help } from '../plan/named';

import { itemScene, type ItemScene } from './item-scene';
import type { OperationPlan } from './operation-plan';
import { expectRejection, expectSuccess, response, send } from './steps';
import { writeCase } from './write-case';

const shown = fixed('shown');
const before = fixed('before');

interface Patch extends PatchedMember {
  scene: ItemScene;
  media: MediaType;
}

function patchOf(plan: OperationPlan): Patch | undefined {
  const { operation, call, context } = plan;
  if (operation.method !== 'patch' || !call.body || !isJsonPatch(call.body.mediaType)) return undefined;
  const scene = itemScene(plan);
  const patched = scene && patchedMember(operation, context);
  return patched && { ...patched, scene, media: call.body.media };
}

/** What a JSON Patch replaces is shown by a read (RFC 6902 section 4.3). */
export function jsonPatches(plan: OperationPlan): TestCase[] {
  const patch = patchOf(plan);
  if (!patch) return [];
  const { field, value, scene, media } = patch;
  return [
    writeCase(plan, {
      category: 'crud',
      rule: 'json-patch-is-shown',
      place: 'life cycle',
      section: 'operation',
      title: `shows the patched ${field}`,
      doc: `A patch replaces ${field}, and a read shows it`,
      risk: 90,
      about: media.source,
      fixtures: [scene.reader],
      steps: [
        send(plan, {}, [media.source]),
        expectSuccess(plan, scene.success),
        ...scene.readInto(shown),
        {
          call: help('expect_fields', [
            name(response),
            scene.itemOf(shown),
            literal({ [field]: value }),
            literal([field]),
          ]),
          sources: [plan.operation.source],
        },
      ],
    }),
  ];
}

/** A JSON Patch does all of its operations or none (RFC 6902 section 5, RFC 5789 section 2). */
export function rejectPartialPatches(plan: OperationPlan): TestCase[] {
  const patch = patchOf(plan);
  if (!patch) return [];
  const { operation, context } = plan;
  const { field, pointer, value, scene, media } = patch;
  const replace = { op: 'replace', path: pointer, value };
  // A value that the member does not have once it was replaced.
  const failing = { op: 'test', path: pointer, value: { not: 'this value' } };
  const statuses = [400, 409, 422, ...context.settings.invalidStatuses];
  return [
    writeCase(plan, {
      category: 'error',
      rule: 'json-patch-is-atomic',
      place: 'life cycle',
      section: 'error',
      title: 'does all of a patch or nothing',
      doc: 'A patch with an operation that fails changes nothing',
      risk: 82,
      about: media.source,
      fixtures: [scene.reader],
      steps: [
        ...scene.readInto(before),
        send(plan, { body: literal([replace, failing]) }, [media.source]),
        expectRejection(
          plan,
          expectedRefusal(operation, statuses),
          literal('the second operation of the patch fails'),
        ),
        ...scene.readInto(shown),
        {
          call: help('expect_fields', [
            name(response),
            member(name(shown), scene.view.path),
            member(name(before), scene.view.path),
            literal([field]),
          ]),
          sources: [operation.source],
        },
      ],
    }),
  ];
}
