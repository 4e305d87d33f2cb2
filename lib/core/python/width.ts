import { isPlain } from './characters';

/** First and last characters of ranges that take two columns (Unicode Standard Annex 11, W and F). */
const wide = ranges(
  '1100-115e 17a4 231a-231b 2329-232a 23e9-23ec 23f0 23f3 25fd-25fe 2614-2615 2630-2637 2648-2653 267f 268a-268f ' +
    '2693 26a1 26aa-26ab 26bd-26be 26c4-26c5 26ce 26d4 26ea 26f2-26f3 26f5 26fa 26fd 2705 270a-270b 2728 274c 274e ' +
    '2753-2755 2757 2795-2797 27b0 27bf 2b1b-2b1c 2b50 2b55 2e80-3029 3030-303e 3041-3096 309b-3247 3250-a4c6 ' +
    'a960-a97c ac00-d7a3 f900-fad9 fe10-fe19 fe30-fe6b ff01-ff60 ffe0-ffe6',
);

/** Those that take none besides marks that enclose or take no space (Mn, Me): they join the character before. */
const joining = ranges(
  '9be 9d7 b3e b57 bbe bd7 cc0 cc2 cc7-ccb cd5-cd6 d3e d4e d57 dcf ddf 1161-11ff 1715 1734 1b35 1b3b 1b3d ' +
    '1b43-1b44 1baa 1bf2-1bf3 302e-302f a8fa a953 a9c0 d7b0-d7fb ff9e-ff9f',
);

const mark = /^[\p{Mn}\p{Me}]$/u;
/** The two that are no rule: Khmer beyyal and the Tifinagh joiner. */
const special = new Map([
  [0x17d8, 3],
  [0x2d7f, 1],
]);

const known = new Uint8Array(0x10000);

/** Columns that readable text takes in a fixed-width font, as the formatter counts them against its limit. */
export function widthOf(text: string): number {
  if (isPlain(text)) return text.length;
  let width = 0;
  for (let index = 0; index < text.length; index++) width += widthOfCharacter(text.charCodeAt(index));
  return width;
}

/** Written texts hold characters of the basic plane only: the others are escaped. */
function widthOfCharacter(code: number): number {
  const found = known[code];
  if (found) return found - 1;
  const width = special.get(code) ?? (isIn(wide, code) ? 2 : isZero(code) ? 0 : 1);
  known[code] = width + 1;
  return width;
}

function isZero(code: number): boolean {
  return isIn(joining, code) || mark.test(String.fromCharCode(code));
}

function isIn(sorted: readonly (readonly [number, number])[], code: number): boolean {
  return sorted.some(([first, last]) => first <= code && code <= last);
}

function ranges(text: string): [number, number][] {
  return text.split(' ').map((range) => {
    const [first = '', last = first] = range.split('-');
    return [parseInt(first, 16), parseInt(last, 16)];
  });
}
