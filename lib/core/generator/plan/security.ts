import type { ApiModel, Operation } from '../../openapi/model';

/** An operation's security as alternatives of scheme names; an empty alternative (optional) comes last. */
export function alternatives(operation: Operation): string[][] {
  const named = operation.security.map((requirement) => requirement.schemes.map((scheme) => scheme.name));
  return [...named.filter((each) => each.length > 0), ...named.filter((each) => each.length === 0)];
}

/** Whether a request without credentials must be refused. */
export function needsCredentials(operation: Operation): boolean {
  return operation.security.length > 0 && operation.security.every(({ schemes }) => schemes.length > 0);
}

/** What most operations ask for, so that only the others say it in each call. */
export function usualSecurity(model: ApiModel): string[][] {
  const counts = new Map<string, { security: string[][]; count: number }>();
  for (const operation of model.operations) {
    const security = alternatives(operation);
    const key = JSON.stringify(security);
    const entry = counts.get(key) ?? { security, count: 0 };
    entry.count += 1;
    counts.set(key, entry);
  }
  let best: { security: string[][]; count: number } | undefined;
  for (const entry of counts.values()) if (!best || entry.count > best.count) best = entry;
  return best?.security ?? [];
}
