/** A name and its value in a query string, a form or a cookie header. */
export interface Pair {
  name: string;
  /** Decoded. */
  value: string;
  /** The values that a style sets side by side, decoded one by one. */
  parts(style: string): string[];
}

/** `a=1&b=2` (WHATWG URL, application/x-www-form-urlencoded); `malformed` when it does not decode as UTF-8. */
export function readPairs(text: string): Pair[] | 'malformed' {
  try {
    return text.split('&').flatMap((pair): Pair[] => {
      if (pair === '') return [];
      const [, name = '', raw = ''] = /^([^=]*)=?(.*)$/s.exec(pair) ?? [];
      const value = decoded(raw);
      return [{ name: decoded(name), value, parts: (style) => raw.split(separatorOf(style)).map(decoded) }];
    });
  } catch (error) {
    if (error instanceof URIError) return 'malformed';
    throw error;
  }
}

function separatorOf(style: string): RegExp {
  if (style === 'spaceDelimited') return /%20|\+/;
  return style === 'pipeDelimited' ? /\||%7C/i : /,/;
}

function decoded(text: string): string {
  return decodeURIComponent(text.replaceAll('+', ' '));
}
