import { groupResources } from '../generator/plan/resources';
import { sampleOf } from '../generator/plan/sample-of';

import { seededIds } from './places';
import { keyOf } from './store';
import type { World } from './world';

/** Ids of what is there from the beginning, by the variables in which a generated suite looks for them. */
export function samplesOf(world: World): Record<string, string> {
  const { model, knowledge } = world;
  const operations = model.operations.filter(({ method }) => method !== 'trace');
  const resources = groupResources(model, operations);
  const samples: Record<string, string> = {};
  for (const operation of operations) {
    for (const { name, shape, parameter } of knowledge.placesOf(operation)) {
      if (!parameter || knowledge.isChoice(parameter)) continue;
      const [id] = seededIds(world, knowledge.kindAt(shape));
      if (id === undefined) continue;
      const need = {
        name,
        path: operation.path,
        resource: resources.ofItem(`${shape}/{}`),
        example: undefined,
      };
      samples[sampleOf(need).variable] ??= keyOf(id);
    }
  }
  return samples;
}
