/** Text of a document must not steer the terminal: control and format characters become blanks. */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, ' ');
}
