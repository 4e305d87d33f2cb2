import { setOwn } from '../node';
import { tokensOf } from '../pointer';

import { targetOf, type Registry } from './registry';

/**
 * Inheritance: a schema that includes one with a discriminator by allOf is one of its kinds, under its own name
 * (Swagger 2.0, "Composition and Inheritance"; OpenAPI 3.1, section 4.8.25). The mapping then knows all kinds.
 */
export function mapSubtypes(registry: Registry): void {
  for (const id of registry.ids()) {
    const schema = registry.get(id);
    const name = tokensOf(registry.placeOf(id)?.pointer ?? '').at(-1);
    if (typeof schema !== 'object' || name === undefined) continue;
    for (const part of schema.allOf ?? []) {
      const base = registry.get(targetOf(part) ?? '');
      if (typeof base !== 'object' || !base.discriminator || base.oneOf || base.anyOf) continue;
      const { mapping } = base.discriminator;
      if (!Object.values(mapping).includes(id)) setOwn(mapping, name, id);
    }
  }
}
