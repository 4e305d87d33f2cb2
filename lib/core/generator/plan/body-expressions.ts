import type { Json } from '../../json';
import type { MediaType, Operation, Schema } from '../../openapi/model';
import type { ValidValue } from '../values/types';

import type { PlanContext } from './context';
import type { Expression, Name } from './expression';
import { fileMembers } from './file-members';
import { identifier } from './identification';
import { preferred } from './media-type';
import { findReferences, type Reference } from './references';
import { memberAt, uniqueValue, withOverrides, type Override, type Path } from './request-body';
import type { Resource } from './resources';
import { sampleOf, sampleValue } from './sample-of';
import type { ResourceFixture, Sample } from './suite-plan';
import { uniqueLike } from './unique-like';

/** A value of a body as a test writes it, and what it takes from elsewhere. */
export interface BodyExpression {
  expression: Expression;
  /** Fixtures whose ids stand in it. */
  uses: Name[];
  /** What the environment may name. */
  samples: Sample[];
}

export interface BodyExpressions {
  /** A whole body: what must exist is made or asked for, what must be new is unique, and files are small valid ones. */
  expressionOf(
    operation: Operation,
    media: MediaType,
    valid: Pick<ValidValue, 'value' | 'unique'>,
  ): BodyExpression;
  /** A value for one member: what stands inside it must name things that exist. */
  memberOf(operation: Operation, path: Path, value: Json): BodyExpression;
  /** The members that name an existing thing or are a file, so that no other value of their type will do. */
  fixedPlaces(operation: Operation, media: MediaType, body: Json): Path[];
}

/** How bodies name existing things: what a fixture made, else what the environment gives, else the value as it is. */
export function createBodyExpressions(
  context: PlanContext,
  resourceOf: (resource: Resource) => ResourceFixture | undefined,
): BodyExpressions {
  const { model, values } = context;

  function referred(
    operation: Operation,
    found: Reference[],
    body: Json,
  ): Omit<BodyExpression, 'expression'> & { overrides: Override[] } {
    const overrides: Override[] = [];
    const uses: Name[] = [];
    const samples: Sample[] = [];
    for (const { path, name, resource } of found) {
      const fixture = resource && resourceOf(resource);
      if (fixture) {
        uses.push(fixture.name);
        overrides.push({ path, value: identifier(fixture) });
        continue;
      }
      const singular = typeof path.at(-1) === 'number' ? name.replace(/s$/, '') : name;
      const example = memberAt(body, path);
      const sample = sampleOf({ name: singular, path: operation.path, resource, example });
      samples.push(sample);
      overrides.push({ path, value: sampleValue(sample) });
    }
    return { overrides, uses: [...new Set(uses)], samples };
  }

  function referencesIn(operation: Operation, schema: Schema | undefined, body: Json): Reference[] {
    const owner = context.resources.of(operation);
    const scope = { resources: context.resources, registry: model.schemas, owner };
    return findReferences(body, schema, scope);
  }

  return {
    fixedPlaces(operation, media, body) {
      const files = fileMembers(media, body, model.schemas);
      return [...files, ...referencesIn(operation, media.schema, body)].map(({ path }) => path);
    },
    expressionOf(operation, media, valid) {
      const found = referencesIn(operation, media.schema, valid.value);
      const { overrides, ...needs } = referred(operation, found, valid.value);
      overrides.push(...fileMembers(media, valid.value, model.schemas));
      if (operation.method === 'get') return { ...needs, expression: withOverrides(valid.value, overrides) };
      for (const place of valid.unique) {
        const isTaken = overrides.some((each) => JSON.stringify(each.path) === JSON.stringify(place.path));
        const value = memberAt(valid.value, place.path);
        if (!isTaken && value !== undefined)
          overrides.push({ path: place.path, value: uniqueValue(place, value) });
      }
      const { resource } = context.resources.of(operation);
      if (media.schema !== undefined)
        overrides.push(...uniqueLike(values, media.schema, valid.value, resource.noun, overrides));
      return { ...needs, expression: withOverrides(valid.value, overrides) };
    },
    memberOf(operation, path, value) {
      const key = path.findLast((step) => typeof step === 'string') ?? '';
      const holder = { [key]: value };
      const schema = operation.requestBody && preferred(operation.requestBody.content)?.schema;
      const inside = referencesIn(operation, schema, holder).filter((each) => each.path.length > 1);
      const { overrides, ...needs } = referred(operation, inside, holder);
      const shifted = overrides.map((each) => ({ ...each, path: each.path.slice(1) }));
      return { ...needs, expression: withOverrides(value, shifted) };
    },
  };
}
