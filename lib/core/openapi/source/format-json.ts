/**
 * Indents valid JSON text without touching its tokens: `JSON.parse` and back would reorder numeric names, drop
 * repeated ones and round large numbers, and people must see what the document says.
 */
export function formatJson(text: string): string {
  const out: string[] = [];
  let depth = 0;
  const indent = () => `\n${'  '.repeat(depth)}`;
  for (let at = 0; at < text.length;) {
    const token = tokenAt(text, at);
    at += token.length;
    const opens = token === '{' || token === '[';
    if (opens && isEmptyAt(text, at)) {
      out.push(token);
      at = text.indexOf(token === '{' ? '}' : ']', at) + 1;
      out.push(token === '{' ? '}' : ']');
    } else if (opens) {
      depth++;
      out.push(token, indent());
    } else if (token === '}' || token === ']') {
      depth--;
      out.push(indent(), token);
    } else if (token === ',') out.push(token, indent());
    else if (token === ':') out.push(': ');
    else if (token.trim() !== '') out.push(token);
  }
  return `${out.join('')}\n`;
}

const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^"{}[\],:\s]+|\s+/y;

function tokenAt(text: string, at: number): string {
  tokens.lastIndex = at;
  return tokens.exec(text)?.[0] ?? text.slice(at);
}

function isEmptyAt(text: string, at: number): boolean {
  const token = tokenAt(text, at);
  const next = token.trim() === '' ? text.charAt(at + token.length) : token;
  return next === '}' || next === ']';
}
