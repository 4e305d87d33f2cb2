import type { Operation } from '../../openapi/model';

const stated =
  /\b(another|other|different|someone else)('s)?\s+(users?|members?|customers?|accounts?|owners?|persons?|people|clients?|tenants?|readers?|colleagues?|staff|teams?)\b|\bsomeone else('s)?\b|\bnot (the|its|your) own|\bnot (yours|the owner)\b|\bonly (by |for |to )?(the|its|their) owners?\b|他人|其他用户|别人|本人|不属于/i;

/**
 * The statuses by which an operation refuses somebody else's things, as far as its texts say that there are owners;
 * OpenAPI has no member for it. None: nothing is promised.
 */
export function refusedToOthers(operation: Operation): number[] {
  const refusals = operation.responses.filter((each) => each.status === '403' || each.status === '404');
  const telling = refusals.filter((each) => stated.test(each.description));
  const chosen = telling.length > 0 ? telling : saysSo(operation) ? refusals : [];
  return chosen.map((each) => Number(each.status));
}

function saysSo({ summary = '', description = '' }: Operation): boolean {
  return stated.test(summary) || stated.test(description);
}
