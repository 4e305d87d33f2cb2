import { successSchema } from '../../generator/plan/item-view';
import { hasFlag, propertiesOf } from '../../generator/plan/schema-members';
import { isObject } from '../../generator/values/same';
import type { Json, JsonObject } from '../../json';
import type { Call } from '../call';
import type { Result } from '../exchange';
import { successStatus } from '../policy';
import type { World } from '../world';

import { bodySchema, merged, stored, withDefaults } from './incoming';

/**
 * What is no thing of a collection: a document at a path that is put and read again, or an answer that shows what it was
 * told and is an example for the rest.
 */
export function act(world: World, call: Call): Result {
  const { operation } = call;
  const { documents } = world.store;
  const address = call.path.slice(call.prefix.length);
  const isPut = operation.method === 'put' || operation.method === 'patch';
  if (isPut && call.body !== undefined) {
    const schema = bodySchema(operation, call.mediaType);
    const body = stored(world, schema, call.body, []);
    const full = operation.method === 'put' ? withDefaults(world, schema, body) : body;
    documents.set(
      address,
      operation.method === 'put' ? full : merged(documents.get(address), full, () => true),
    );
  }
  if (operation.method === 'delete') documents.delete(address);
  const status = successStatus(operation, wanted[operation.method] ?? [200, 201, 202, 204]);
  const known = documents.get(address);
  const content = isObject(known) || known === undefined ? told(world, call, known ?? {}) : known;
  return { status, ...(content !== undefined && { content }), key: address };
}

const wanted: Partial<Record<Call['operation']['method'], readonly number[]>> = {
  get: [200],
  post: [201, 200, 202, 204],
  delete: [204, 200, 202],
};

/** Members of the answer that the request or what was put gave, on top of what the document shows as an example. */
function told(world: World, call: Call, known: JsonObject): Json | undefined {
  const { operation } = call;
  const shown = propertiesOf(successSchema(operation), world.model.schemas);
  const body = call.body && stored(world, bodySchema(operation, call.mediaType), call.body, shown.keys());
  const given: JsonObject = {};
  for (const [parameter, value] of call.parameters) given[parameter.name] = value;
  const all: JsonObject = { ...given, ...(isObject(body) ? body : {}), ...known };
  const fitting = Object.entries(all).filter(([name, value]) => {
    const member = shown.get(name);
    if (hasFlag(member, 'readOnly', world.model.schemas)) return false;
    return member !== undefined && world.answers.validator.isValid(world.answers.registry.of(member), value);
  });
  if (fitting.length === 0) return undefined;
  const media = operation.responses.find(({ status }) => /^2/.test(status))?.content[0];
  const sample = media && world.answers.sample(media);
  return { ...(isObject(sample) ? sample : {}), ...Object.fromEntries(fitting) };
}
