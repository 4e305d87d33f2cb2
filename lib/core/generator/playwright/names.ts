import type { FilePlan } from '../plan/suite-plan';

declare const nameBrand: unique symbol;

/** An identifier of a closed alphabet that TypeScript accepts as a variable. */
export type TypeScriptName = string & { readonly [nameBrand]: true };

/** ECMA-262 "Keywords and Reserved Words", what strict mode and modules add, and globals that tests read. */
const reservedWords =
  'arguments as async await break case catch class const continue debugger default delete do else enum eval export extends false ' +
  'finally for from function get if implements import in instanceof interface let new null of package private protected public ' +
  'return set static super switch this throw true try typeof undefined var void while with yield ' +
  'any boolean never number object string symbol type unknown Array Buffer Date Error JSON Map Math Number Object Promise ' +
  'Set String Symbol console globalThis process require module exports';

/** Fixtures and options that Playwright brings, and names of the suite's own files. */
const takenNames =
  'acceptDownloads actionTimeout agent baseURL browser browserName bypassCSP channel clientCertificates colorScheme connectOptions ' +
  'context contextOptions contrast defaultBrowserType deviceScaleFactor expect extraHTTPHeaders forcedColors geolocation ' +
  'hasTouch headless httpCredentials ignoreHTTPSErrors isMobile javaScriptEnabled launchOptions locale navigationTimeout ' +
  'offline page permissions playwright proxy reducedMotion request screenshot serviceWorkers storageState test ' +
  'testIdAttribute timezoneId trace use userAgent video viewport ' +
  'api anonymousApi otherApi readonlyApi load schemes security call id';

const reserved: ReadonlySet<string> = new Set(`${reservedWords} ${takenNames}`.split(' '));

/** `create_book_2` > `createBook2`. The input is ASCII letters, digits and underscores (a name of the plan). */
export function camelCase(name: string): TypeScriptName {
  const text = name
    .split('_')
    .filter((word) => word !== '')
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
  return checked(text);
}

function checked(text: string): TypeScriptName {
  if (!isName(text)) throw new TypeError(`Not a name for generated code: ${text}`);
  return text;
}

function isName(text: string): text is TypeScriptName {
  return /^[A-Za-z][A-Za-z0-9]*$/.test(text);
}

/** How the names of a plan are written in TypeScript. */
export interface SuiteNames {
  of(name: string): TypeScriptName;
}

/** What names stand in, of a plan. */
interface Named {
  calls: readonly { name: string }[];
  resources: readonly { name: string }[];
  files: readonly FilePlan[];
}

/** One name for each name of the plan, no two alike: fixtures make way for what tests call their own variables. */
export function suiteNames(plan: Named, support: readonly string[]): SuiteNames {
  const names = new Map<string, TypeScriptName>();
  const taken = new Set<string>(reserved);
  for (const name of support) taken.add(camelCase(name));
  for (const name of localNames(plan.files)) {
    const local = camelCase(name);
    taken.add(local);
    names.set(name, local);
  }
  for (const { name } of [...plan.calls, ...plan.resources]) {
    if (names.has(name)) continue;
    const wanted = camelCase(name);
    let free = wanted;
    for (let number = 2; taken.has(free); number++) free = checked(`${wanted}${number}`);
    taken.add(free);
    names.set(name, free);
  }
  return { of: (name) => names.get(name) ?? camelCase(name) };
}

/** What tests call their parameters and results: names that the rules choose. */
function localNames(files: readonly FilePlan[]): Set<string> {
  const locals = new Set<string>();
  for (const { classes } of files) {
    for (const { cases } of classes) {
      for (const { parameters, steps } of cases) {
        for (const name of parameters) locals.add(name);
        for (const { into } of steps) if (into !== undefined) locals.add(into);
      }
    }
  }
  return locals;
}

/** `test_book_crud.py` > `book-crud.spec.ts`. */
export function specPath(path: string): string {
  return `${path.replace(/^test_|\.py$/g, '').replaceAll('_', '-')}.spec.ts`;
}

/** `TestCreateBook` > `CreateBook`. */
export function groupTitle(className: string): string {
  return className.replace(/^Test(?=.)/, '');
}

/** `test_create_book_rejects_a_long_title` > `create book rejects a long title`. */
export function testTitle(functionName: string): string {
  return functionName.replace(/^test_(?=.)/, '').replaceAll('_', ' ');
}
