import type { Json } from '../../../json';
import type { LoweredSchema } from '../lower';

/** One broken rule. */
export interface Issue {
  keyword: string;
  /** JSON Pointer to the member that breaks it. */
  instancePath: string;
  /** What the keyword demands in particular, e.g. the `missingProperty`. */
  params: Readonly<Record<string, unknown>>;
}

/**
 * Whether a value at a place keeps a rule. All that it breaks is added to `issues`; where nobody wants to know, the first
 * broken rule is the answer.
 */
export type Check = (value: Json, at: string, issues: Issue[] | undefined) => boolean;

/** What the checks of keywords need from the judge. */
export interface Bar {
  checkOf(schema: LoweredSchema): Check;
  /** The schema that a reference leads to. */
  target(reference: string): LoweredSchema;
  matches(pattern: string, text: string): boolean;
}

/** Notes a broken rule. */
export function broken(
  issues: Issue[] | undefined,
  keyword: string,
  at: string,
  params: Issue['params'] = {},
): false {
  issues?.push({ keyword, instancePath: at, params });
  return false;
}

/** The place of a member as a JSON Pointer (RFC 6901); nobody reads it where no issues are noted. */
export function inside(at: string, step: string | number, issues: Issue[] | undefined): string {
  if (issues === undefined) return '';
  return `${at}/${typeof step === 'number' ? step : step.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Whether each of some rules is kept; goes on after a broken one only where all of them are wanted. */
export function all<Item>(
  items: readonly Item[],
  issues: Issue[] | undefined,
  keeps: (item: Item, index: number) => boolean,
): boolean {
  let isKept = true;
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (item === undefined || keeps(item, index)) continue;
    if (issues === undefined) return false;
    isKept = false;
  }
  return isKept;
}
