import type { SpecLine } from '../_model/line-map';

/** The places of the workspace that commands go to, by their ids. */
export const placeIds = {
  filter: 'case-filter',
  comment: 'comment-text',
  spec: 'spec-pane',
  test: 'test-pane',
  list: 'case-list',
} as const;

export function specLineId({ file, line }: SpecLine): string {
  return `spec-${line}-${file}`;
}

export function testLineId(line: number): string {
  return `test-${line}`;
}

export function focusFilter(): void {
  document.getElementById(placeIds.filter)?.focus();
}

/** After the next paint, because the form may have to come into sight first. */
export function focusComment(): void {
  requestAnimationFrame(() => {
    document.getElementById(placeIds.comment)?.focus();
  });
}

/** From the document to the test and back. */
export function focusPane(): void {
  const spec = document.getElementById(placeIds.spec);
  const inSpec = spec?.contains(document.activeElement) === true;
  const target = inSpec ? document.getElementById(placeIds.test) : spec;
  (target?.querySelector<HTMLElement>('[tabindex="0"]') ?? target)?.focus();
}

export function showSpecLine(line: SpecLine): void {
  requestAnimationFrame(() => {
    scrollWithin(placeIds.spec, [specLineId(line)]);
  });
}

/**
 * Scrolls a pane, and nothing around it, so that one of the lines is in sight; stays where it is when one already is.
 */
export function scrollWithin(paneId: string, lineIds: readonly string[]): void {
  const pane = document.getElementById(paneId);
  const lines = lineIds.map((id) => document.getElementById(id)).filter((line) => line !== null);
  const first = lines[0];
  if (pane === null || first === undefined) return;
  const frame = pane.getBoundingClientRect();
  const margin = 32;
  const seen = lines.some((line) => {
    const box = line.getBoundingClientRect();
    return box.top >= frame.top + margin && box.bottom <= frame.bottom;
  });
  if (seen) return;
  const top = first.getBoundingClientRect().top - frame.top + pane.scrollTop - frame.height / 3;
  pane.scrollTo({ top, behavior: 'smooth' });
}
