import { applying, propertiesOf } from '../../generator/plan/schema-members';
import { bare } from '../../generator/plan/words';
import { duplicate } from '../../generator/rules/reject-duplicate';
import { isObject, sameJson } from '../../generator/values/same';
import type { Json } from '../../json';
import type { Operation, Schema } from '../../openapi/model';
import type { Refusal } from '../exchange';
import type { Collection } from '../store';
import type { World } from '../world';

const stated = /\buniqu|唯一|不可重复|不能重复/i;
const usual = new Set('sku slug email username login handle isbn barcode'.split(' '));

/**
 * Whether something of the same kind has what must not be there twice, where the document answers that with 409: members
 * that it calls unique, else those that usually are; else the whole body.
 */
export function conflictOf(
  world: World,
  operation: Operation,
  schema: Schema,
  { body, collection, own }: { body: Json; collection: Collection; own?: string },
): Refusal | undefined {
  const conflict = operation.responses.find(({ status }) => status === '409');
  if (!conflict || !duplicate.test(conflict.description)) return undefined;
  const names = uniqueNames(world, schema, body);
  for (const [key, entry] of collection.entries) {
    if (key === own) continue;
    const taken = names.find((name) => isObject(body) && sameMember(entry.record, body, name));
    if (taken !== undefined) return { status: 409, detail: `${taken} is taken.` };
    if (names.length === 0 && own === undefined && sameJson(entry.sent, body))
      return { status: 409, detail: 'The same thing is there already.' };
  }
  return undefined;
}

function uniqueNames(world: World, schema: Schema, body: Json): string[] {
  if (!isObject(body)) return [];
  const { schemas } = world.model;
  const properties = [...propertiesOf(schema, schemas)].filter(([name]) => Object.hasOwn(body, name));
  const described = properties.filter(([, each]) =>
    applying(each, schemas).some((part) => stated.test(part.description ?? '')),
  );
  const chosen = described.length > 0 ? described : properties.filter(([name]) => usual.has(bare(name)));
  return chosen.map(([name]) => name);
}

function sameMember(record: { [name: string]: Json }, body: { [name: string]: Json }, name: string): boolean {
  const [known, given] = [record[name], body[name]];
  return known !== undefined && given !== undefined && sameJson(known, given);
}
