import type { Json } from '../../../json';
import { makeAt, type Bench } from '../bench';
import { itemSchemas } from '../members';
import type { Location } from '../pin';
import { listOf } from '../sound';

import { replacing, type Proposer } from './proposal';

const extras: readonly Json[] = ['unexpected', 12345, true, { unexpected: true }];

/**
 * `items: false` after `prefixItems`, and `unevaluatedItems`: one item more than the list has places for (JSON Schema
 * 2020-12 core, 10.3.1 and 11.2).
 */
export const extraItem: Proposer = function* (bench, location, node) {
  const { value } = location;
  if (!Array.isArray(value)) return;
  for (const keyword of ['items', 'unevaluatedItems'] as const) {
    const rule = node[keyword];
    const isOpen = rule === undefined || rule === true || (keyword === 'items' && rule !== false);
    if (isOpen) continue;
    const full = filled(bench, location, value);
    const lists = full ? extras.map((extra) => [...full, extra]) : [];
    const id = rule === false ? 'extra-item' : 'unfit-item';
    yield { ...replacing(location, node, keyword, rule === false, id, lists), relaxes: [keyword] };
  }
};

/** The list with an item at each place that a prefix describes. */
function filled(bench: Bench, location: Location, value: readonly Json[]): Json[] | undefined {
  const places = Math.max(0, ...location.nodes.map((node) => listOf(node.prefixItems)?.length ?? 0));
  const list = [...value];
  while (list.length < places) {
    const item = makeAt(bench, itemSchemas(location.nodes, list.length), location, list.length);
    if (item === undefined) return undefined;
    list.push(item);
  }
  return list;
}
