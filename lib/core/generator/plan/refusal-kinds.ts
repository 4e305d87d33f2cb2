/** Rules that a reader sees as one: what a test of several of them is called. */
export interface RefusalKind {
  /** For keys. */
  name: string;
  /** `rejects texts of wrong length`. */
  title: string;
  /** `Each text is as long as the document says`. */
  sentence: string;
}

const type: RefusalKind = {
  name: 'type',
  title: 'members of wrong type',
  sentence: 'Each member has its documented type',
};
const range: RefusalKind = {
  name: 'range',
  title: 'numbers out of range',
  sentence: 'Each number is within its documented limits',
};
const length: RefusalKind = {
  name: 'length',
  title: 'texts of wrong length',
  sentence: 'Each text is as long as the document says',
};
const form: RefusalKind = {
  name: 'form',
  title: 'texts of wrong form',
  sentence: 'Each text has its documented form',
};
const choice: RefusalKind = {
  name: 'choice',
  title: 'values outside their choice',
  sentence: 'Each value is one of those that are documented',
};
const size: RefusalKind = {
  name: 'size',
  title: 'lists and objects of wrong content',
  sentence: 'Each list and object holds what the document says',
};
const missing: RefusalKind = {
  name: 'missing',
  title: 'missing members',
  sentence: 'Each required member is there',
};
const names: RefusalKind = {
  name: 'names',
  title: 'unfit members',
  sentence: 'Each object has the documented members only',
};
const any: RefusalKind = {
  name: 'any',
  title: 'members that break a rule',
  sentence: 'Each member keeps its rules',
};

const byKeyword: Partial<Record<string, RefusalKind>> = {
  type,
  ...of(range, 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'),
  ...of(length, 'minLength', 'maxLength'),
  ...of(form, 'pattern', 'format'),
  ...of(choice, 'enum', 'const', 'discriminator', 'oneOf', 'anyOf', 'not'),
  ...of(size, 'minItems', 'maxItems', 'uniqueItems', 'contains', 'minContains', 'maxContains'),
  ...of(size, 'items', 'unevaluatedItems', 'minProperties', 'maxProperties'),
  ...of(names, 'additionalProperties', 'unevaluatedProperties', 'propertyNames', 'patternProperties'),
};

function of(kind: RefusalKind, ...keywords: string[]): Record<string, RefusalKind> {
  return Object.fromEntries(keywords.map((keyword) => [keyword, kind]));
}

/** The kind of a rule that a request breaks. */
export function refusalKind({ keyword, isRemoval }: { keyword: string; isRemoval: boolean }): RefusalKind {
  return isRemoval ? missing : (byKeyword[keyword] ?? any);
}

/** The kind of all of them, where there is no room for more tests. */
export function anyKind({ isRemoval }: { isRemoval: boolean }): RefusalKind {
  return isRemoval ? missing : any;
}
