import type { Schema, SchemaObject } from '../../../openapi/model';
import type { Bench } from '../bench';
import { applyDelta } from '../delta';
import type { Location } from '../pin';
import { isObject } from '../same';
import { memberOf, membersOf, namesOf } from '../sound';
import type { Delta } from '../types';

import type { Proposer } from './proposal';

const mostOthers = 3;

/**
 * `discriminator`: a name that stands for no schema ("no schema can be determined and validation SHOULD fail", OpenAPI
 * 3.1.1, 4.8.25), the name of another branch than the body fits, and none at all.
 */
export const wrongDiscriminator: Proposer = function* (bench, location, node) {
  const { value } = location;
  const { propertyName, mapping = {} } = node.discriminator ?? {};
  if (propertyName === undefined || !isObject(value)) return;
  const present = memberOf(value, propertyName);
  if (typeof present !== 'string') return;
  const path = [...location.path, propertyName];
  const shared = { keyword: 'discriminator', limit: propertyName, node, at: path };
  const isRequired = location.nodes.some((other) => namesOf(other.required).includes(propertyName));
  if (!isRequired) {
    const reason = `The document does not require ${propertyName}: without it any branch may be meant.`;
    yield { keyword: 'discriminator', node, reason };
  }
  const named = membersOf(mapping);
  if (named.length === 0) return;
  const unknown = ['unknown_value', 'unknown', 'zzz'].filter((name) => memberOf(mapping, name) === undefined);
  // Only where branches list their own names: OpenAPI says no more than that validation should fail, so that a server
  // which goes by JSON Schema alone would be right to take what its schemas take.
  const keywords = ['const', 'enum', 'pattern', 'maxLength', 'minLength'];
  const excused = { at: path, keywords, mustBreak: true };
  const unlisted = `No schema lists the values of ${propertyName}, so that JSON Schema takes any.`;
  yield {
    ...shared,
    id: 'unknown',
    deltas: unknown.map((name) => setting(path, name)),
    excused,
    otherwise: unlisted,
  };
  const meant = memberOf(mapping, present);
  const others = named.filter(([, id]) => id !== meant);
  const kept = others.filter(([, id]) => isBranch(node, id)).slice(0, mostOthers);
  for (const [name, id] of kept) {
    const delta = setting(path, name);
    const deltas = isRefusedBy(bench, location, { $ref: `#/$defs/${id}` }, delta) ? [delta] : [];
    const otherwise = `What is meant by ${String(present)} also fits ${name}, so that no body names the wrong branch.`;
    yield { ...shared, id: `as-${name}`, deltas, excused, otherwise };
  }
};

function setting(path: Delta['path'], value: string): Delta {
  return { op: 'set', path, value };
}

/** Whether an id is one that the choice offers; heirs of a base schema are offered by their mapping alone. */
function isBranch(node: SchemaObject, id: string): boolean {
  const branches = [...(node.oneOf ?? []), ...(node.anyOf ?? [])];
  return (
    branches.length === 0 ||
    branches.some((branch) => typeof branch === 'object' && branch.$ref === `#/$defs/${id}`)
  );
}

function isRefusedBy(bench: Bench, location: Location, branch: Schema, delta: Delta): boolean {
  const inner = { ...delta, path: delta.path.slice(location.path.length) };
  return !bench.validator.isValid(branch, applyDelta(location.value, inner));
}
