export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

const token =
  /<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;

/** Elements, attributes and text of a document (XML 1.0); `undefined` where it is not well-formed, or has a DTD. */
export function parseXml(source: string): Element | undefined {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  token.lastIndex = 0;
  while (token.lastIndex < source.length) {
    const match = token.exec(source);
    const parent = open.at(-1);
    if (match === null || parent === undefined) return undefined;
    const [, literal, isEnd, name, attributes = '', isEmpty, text] = match;
    if (literal !== undefined) parent.text += literal;
    else if (text !== undefined) {
      const plain = unescaped(text);
      if (plain === undefined || (parent === root && plain.trim() !== '')) return undefined;
      parent.text += plain;
    } else if (name !== undefined && isEnd === '/') {
      if (parent === root || parent.name !== name) return undefined;
      open.pop();
    } else if (name !== undefined) {
      const element: Element = { name, attributes: attributesOf(attributes), children: [], text: '' };
      parent.children.push(element);
      if (isEmpty !== '/') open.push(element);
    }
  }
  return open.length === 1 && root.children.length === 1 ? root.children[0] : undefined;
}

/** Declarations of namespaces are no attributes of the value. */
function attributesOf(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
  return Object.fromEntries(
    pairs
      .filter(([, name = '']) => !/^xmlns(:|$)/.test(name))
      .map(([, name = '', double, single]) => [name, unescaped(double ?? single ?? '') ?? '']),
  );
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescaped(text: string): string | undefined {
  let isSound = true;
  const plain = text.replaceAll(/&(#x[\da-f]+|#\d+|\w+);|&/gi, (_, name: string | undefined) => {
    const code = name?.startsWith('#') ? Number(name.replace('#x', '0x').replace('#', '')) : undefined;
    if (code !== undefined && code <= 0x10ffff) return String.fromCodePoint(code);
    const known = name === undefined || !Object.hasOwn(entities, name) ? undefined : entities[name];
    if (known === undefined) isSound = false;
    return known ?? '';
  });
  return isSound ? plain : undefined;
}
