import type { ContractOperation } from './contract';

export interface PathMatch {
  /** All operations of the path; none where the document has no such path. */
  operations: ContractOperation[];
  values: Record<string, string>;
}

/** Finds the path of the document that a request's path fits; `malformed` when it does not decode. */
export function matchPath(
  operations: readonly ContractOperation[],
  pathname: string,
): PathMatch | 'malformed' {
  const segments = pathname.split('/');
  const fitting = operations.filter(({ path }) => {
    const own = path.split('/');
    return (
      own.length === segments.length &&
      own.every((one, index) => (isVariable(one) ? segments[index] !== '' : one === segments[index]))
    );
  });
  const values: Record<string, string> = {};
  const [first] = fitting;
  for (const [index, one] of (first?.path.split('/') ?? []).entries()) {
    if (!isVariable(one)) continue;
    try {
      values[one.slice(1, -1)] = decodeURIComponent(segments[index] ?? '');
    } catch {
      return 'malformed';
    }
  }
  return { operations: fitting, values };
}

function isVariable(segment: string): boolean {
  return segment.startsWith('{');
}
