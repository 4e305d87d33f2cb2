import type { Json } from '../../json';

/** What a broken rule is called, in words that also make a function's name. */
export function violationTitle(keyword: string, place: string, limit: Json): string {
  const number = typeof limit === 'number' || typeof limit === 'string' ? String(limit) : '';
  switch (keyword) {
    case 'required':
      return `rejects missing ${place}`;
    case 'type':
      return `rejects ${place} of wrong type`;
    case 'enum':
      return `rejects ${place} outside its enum`;
    case 'const':
      return `rejects ${place} other than its constant`;
    case 'minLength':
      return `rejects ${place} shorter than ${number}`;
    case 'maxLength':
      return `rejects ${place} longer than ${number}`;
    case 'minimum':
      return `rejects ${place} below ${number}`;
    case 'maximum':
      return `rejects ${place} above ${number}`;
    case 'exclusiveMinimum':
      return `rejects ${place} not above ${number}`;
    case 'exclusiveMaximum':
      return `rejects ${place} not below ${number}`;
    case 'multipleOf':
      return `rejects ${place} that is no multiple of ${number}`;
    case 'pattern':
      return `rejects ${place} against its pattern`;
    case 'format':
      return `rejects ${place} that is no ${number}`;
    case 'additionalProperties':
      return `rejects unknown property in ${place}`;
    case 'minItems':
      return `rejects ${place} with fewer than ${number} items`;
    case 'maxItems':
      return `rejects ${place} with more than ${number} items`;
    case 'uniqueItems':
      return `rejects ${place} with repeated items`;
    case 'minProperties':
      return `rejects ${place} with fewer than ${number} properties`;
    case 'maxProperties':
      return `rejects ${place} with more than ${number} properties`;
    default:
      return `rejects ${place} against ${keyword}`;
  }
}

/** The rule as the document has it, for the failure message: `title: maxLength 200`. A long list is not repeated. */
export function violationRule(keyword: string, place: string, limit: Json): string {
  if (keyword === 'required') return `${place} is required`;
  const text = typeof limit === 'string' ? limit : JSON.stringify(limit);
  return text.length > 120 ? `${place}: ${keyword}` : `${place}: ${keyword} ${text}`;
}

/** The rule as a sentence: `Body member title has at most 200 characters`. */
export function violationSentence(keyword: string, place: string, limit: Json): string {
  const says = sentences[keyword];
  const number = typeof limit === 'number' || typeof limit === 'string' ? String(limit) : 'the documented';
  return `${place} ${says === undefined ? `keeps ${keyword}` : says(number)}`;
}

const sentences: Partial<Record<string, (limit: string) => string>> = {
  required: () => 'is required',
  type: () => 'has its documented type',
  enum: () => 'is one of the documented values',
  const: () => 'is the documented constant',
  minLength: (limit) => `has ${limit} characters or more`,
  maxLength: (limit) => `has ${limit} characters or fewer`,
  minimum: (limit) => `is ${limit} or more`,
  maximum: (limit) => `is ${limit} or less`,
  exclusiveMinimum: (limit) => `is more than ${limit}`,
  exclusiveMaximum: (limit) => `is less than ${limit}`,
  multipleOf: (limit) => `is a multiple of ${limit}`,
  pattern: () => 'matches its pattern',
  format: (limit) => `has the format ${limit}`,
  additionalProperties: () => 'has no other properties than the documented ones',
  minItems: (limit) => `has ${limit} items or more`,
  maxItems: (limit) => `has ${limit} items or fewer`,
  uniqueItems: () => 'has no item twice',
  minProperties: (limit) => `has ${limit} properties or more`,
  maxProperties: (limit) => `has ${limit} properties or fewer`,
};

/** What a missed check costs and how often servers miss it: required and limits first, deep members last. */
export function violationRisk(keyword: string, depth: number): number {
  const base: Record<string, number> = {
    required: 75,
    enum: 68,
    minimum: 67,
    maximum: 67,
    exclusiveMinimum: 67,
    exclusiveMaximum: 67,
    maxLength: 66,
    minLength: 66,
    pattern: 64,
    format: 62,
    type: 60,
    additionalProperties: 68,
    uniqueItems: 62,
    minItems: 62,
    maxItems: 62,
  };
  return Math.max(10, (base[keyword] ?? 50) - depth * 6);
}

/** A path as people say it: `items quantity` for `/items/0/quantity`. */
export function placeWords(path: (string | number)[], whole: string): string {
  const words = path.filter((step) => typeof step === 'string');
  if (words.length === 0) return path.length === 0 ? whole : `item of ${whole}`;
  return typeof path.at(-1) === 'number' ? `item of ${words.join(' ')}` : words.join(' ');
}

/** A path as the failure message shows it: `items[0].quantity`. */
export function placeText(path: (string | number)[], whole: string): string {
  if (path.length === 0) return whole;
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join('');
}
