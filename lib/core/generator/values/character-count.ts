/** How many characters a text has to JSON Schema: code points, not UTF-16 units (2020-12 validation, 6.3). */
export function characterCount(text: string): number {
  return /[\uD800-\uDBFF]/.test(text) ? [...text].length : text.length;
}
