import type { Json } from '../../json';

import type { Constraints } from './constraints';
import type { Made } from './make';
import { itemSchemas } from './members';
import { flatten, type Flat } from './nodes';
import { sameJson } from './same';
import { countOf } from './sound';
import type { Making, Spot } from './spot';

type Make = (making: Making, spot: Spot) => Made;

/** The longest list that is worth writing into a test. */
export const longestList = 1000;
const mostVariations = 40;

/** A list of as few items as the schema takes, but of one where it may have one. */
export function makeArray(making: Making, spot: Spot, flat: Flat, rules: Constraints, make: Make): Made {
  const { nodes } = flat;
  const contained = nodes.flatMap((node) => (node.contains === undefined ? [] : [node]));
  const fewestContained = Math.max(0, ...contained.map((node) => countOf(node.minContains) ?? 1));
  const fewest = Math.max(rules.minItems, fewestContained);
  // One more than must be there, so that the rules of one item can be broken alone.
  const isOpen = contained.length > 0 && contained.every((node) => node.maxContains === undefined);
  const spare = making.fill === 'all' && fewestContained > 0 && isOpen ? fewestContained + 1 : 0;
  if (fewest > longestList) return { reason: `The schema requires more than ${longestList} items.` };
  const hints = Array.isArray(spot.hint) ? spot.hint : [];
  const isOptional = fewest === 0;
  const isRepeated = flatten(making.registry, itemSchemas(nodes, 0)).ids.some((id) => spot.ids.includes(id));
  const usual =
    isOptional && isRepeated ? 0 : Math.max(1, making.fill === 'all' ? Math.min(hints.length, 3) : 0);
  const wanted = Math.min(Math.max(fewest, usual, spare), rules.maxItems);
  const items: Json[] = [];
  while (items.length < wanted) {
    const isContained = items.length < fewestContained;
    const schemas = [
      ...itemSchemas(nodes, items.length),
      ...(isContained ? contained.map((node) => node.contains ?? true) : []),
    ];
    const made = makeItem(making, { ...spot, schemas }, items, hints[items.length], rules.isUnique, make);
    if ('value' in made) items.push(made.value);
    else if (items.length >= fewest) break;
    else return made;
  }
  if (items.length === 0 && making.place !== 'json')
    return { reason: 'An empty list cannot be sent as text.' };
  return { value: items };
}

function makeItem(
  making: Making,
  spot: Spot,
  items: readonly Json[],
  hint: Json | undefined,
  isUnique: boolean,
  make: Make,
): Made {
  let reason = 'Not enough different items can be made.';
  for (let variation = 0; variation < mostVariations + items.length; variation++) {
    if (making.budget.left <= 0) break;
    const made = make(making, {
      schemas: spot.schemas,
      name: singular(spot.name),
      owner: spot.owner,
      pointer: `${spot.pointer}/${items.length}`,
      depth: spot.depth + 1,
      ids: spot.ids,
      variation: isUnique ? items.length + variation : variation,
      ...(hint !== undefined && variation === 0 && { hint }),
    });
    if ('reason' in made) reason = made.reason;
    else if (!isUnique || !items.some((item) => sameJson(item, made.value))) return made;
    if ('reason' in made || !isUnique) break;
  }
  return { reason };
}

function singular(name: string): string {
  if (/ies$/i.test(name)) return name.replace(/ies$/i, 'y');
  return /[^s]s$/i.test(name) ? name.slice(0, -1) : name;
}
