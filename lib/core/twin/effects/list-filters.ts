import { isCursor } from '../../generator/rules/list-scene';
import { isObject, sameJson } from '../../generator/values/same';
import type { Json } from '../../json';
import type { Parameter } from '../../openapi/model';
import type { Call } from '../call';

const searches = /^(q|query|search|keyword|filter_?text)$/i;

/** Whether a thing is what the query asks for, by parameters that are named as its members. */
export function matches(call: Call, item: Json): boolean {
  if (!isObject(item)) return true;
  for (const [parameter, value] of call.parameters) {
    if (parameter.in !== 'query' || isCursor(parameter)) continue;
    if (!fits(item, parameter, value)) return false;
  }
  return true;
}

function fits(item: { [name: string]: Json }, { name, style }: Parameter, value: Json): boolean {
  if (style === 'deepObject' && isObject(value)) {
    return Object.entries(value).every(([key, each]) => !Object.hasOwn(item, key) || isLike(item[key], each));
  }
  if (Object.hasOwn(item, name)) return isLike(item[name], value);
  if (searches.test(name) && typeof value === 'string') {
    const wanted = value.toLowerCase();
    const texts = Object.values(item).filter((each) => typeof each === 'string');
    return texts.length === 0 || texts.some((text) => text.toLowerCase().includes(wanted));
  }
  const [, bound, rest = ''] = /^(min|max)_?(.+)$/i.exec(name) ?? [];
  const own = Object.entries(item).find(([key]) => key.toLowerCase() === rest.toLowerCase())?.[1];
  if (bound === undefined || typeof own !== 'number' || typeof value !== 'number') return true;
  return bound.toLowerCase() === 'min' ? own >= value : own <= value;
}

/** Equal; a list of what is asked for: one of them, and for a list of a thing's own: all of them. */
function isLike(own: Json | undefined, wanted: Json): boolean {
  if (own === undefined) return true;
  if (Array.isArray(wanted)) {
    return Array.isArray(own)
      ? wanted.every((each) => own.some((item) => sameJson(item, each)))
      : wanted.some((each) => sameJson(own, each));
  }
  return Array.isArray(own) ? own.some((item) => sameJson(item, wanted)) : sameJson(own, wanted);
}
