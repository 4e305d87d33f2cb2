/** Control characters, line and paragraph separators, and marks that turn the direction of text. */

const unprintable = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;

/** Outside text on one line, for a commit message: nothing in it can begin a line or a trailer of its own. */
export function oneLine(text: string, longest = 120): string {
  const line = text.replace(unprintable, ' ').replace(/\s+/g, ' ').trim();
  return line.length <= longest ? line : `${line.slice(0, longest - 1)}…`;
}

/** Outside text as a code span in Markdown: no link, mention, image or HTML comes of it. */
export function codeSpan(text: string, longest = 160): string {
  const line = oneLine(text, longest).replace(/`/g, "'");
  return line === '' ? '–' : `\`${line}\``;
}

/** A code span in a table, where a bar ends the cell even inside code (GFM, 4.10). */
export function codeCell(text: string): string {
  return codeSpan(text).replace(/\|/g, '\\|');
}
