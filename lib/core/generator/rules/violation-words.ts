import type { Json } from '../../json';
import type { Violation } from '../values/types';

/** A rule as it is broken: the keyword, its value, in which way, and under which condition it holds. */
export type Broken = Pick<Violation, 'keyword' | 'limit'> & Partial<Pick<Violation, 'condition'>>;

/** What a broken rule is called, in words that also make a function's name. */
export function violationTitle(broken: Broken, place: string): string {
  const { keyword, limit } = broken;
  const says = titles[keyword];
  // A sign would be lost in a function's name.
  const signed = typeof limit === 'number' && limit < 0 ? `minus ${-limit}` : limit;
  const number = typeof signed === 'number' || typeof signed === 'string' ? String(signed) : '';
  const text = says === undefined ? `${place} against ${keyword}` : says(place, number, limit);
  return `rejects ${text}${conditionWords(broken)}`;
}

const titles: Partial<Record<string, (place: string, limit: string, whole: Json) => string>> = {
  required: (place) => `missing ${place}`,
  dependentRequired: (place, _, whole) => `missing ${place}${triggerWords(whole)}`,
  type: (place) => `${place} of wrong type`,
  enum: (place) => `${place} outside its enum`,
  const: (place) => `${place} other than its constant`,
  minLength: (place, limit) => `${place} shorter than ${limit}`,
  maxLength: (place, limit) => `${place} longer than ${limit}`,
  minimum: (place, limit) => `${place} below ${limit}`,
  maximum: (place, limit) => `${place} above ${limit}`,
  exclusiveMinimum: (place, limit) => `${place} not above ${limit}`,
  exclusiveMaximum: (place, limit) => `${place} not below ${limit}`,
  multipleOf: (place, limit) => `${place} that is no multiple of ${limit}`,
  pattern: (place) => `${place} against its pattern`,
  format: (place, limit) => `${place} that is no ${limit}`,
  additionalProperties: (place, _, whole) =>
    whole === false ? `unknown property in ${place}` : `unfit additional property in ${place}`,
  unevaluatedProperties: (place, _, whole) =>
    whole === false ? `undescribed property in ${place}` : `unfit undescribed property in ${place}`,
  propertyNames: (place) => `misnamed property in ${place}`,
  patternProperties: (place) => `unfit property by name pattern in ${place}`,
  minItems: (place, limit) => `${place} with fewer than ${limit} items`,
  maxItems: (place, limit) => `${place} with more than ${limit} items`,
  uniqueItems: (place) => `${place} with repeated items`,
  items: (place) => `${place} with an extra item`,
  unevaluatedItems: (place) => `${place} with an undescribed item`,
  contains: (place) => `${place} without the item that it must contain`,
  minContains: (place, limit) => `${place} containing fewer than ${limit} of a kind`,
  maxContains: (place, limit) => `${place} containing more than ${limit} of a kind`,
  minProperties: (place, limit) => `${place} with fewer than ${limit} properties`,
  maxProperties: (place, limit) => `${place} with more than ${limit} properties`,
  not: (place) => `${place} that is excluded`,
  oneOf: (place) => `${place} that fits not exactly one branch`,
  anyOf: (place) => `${place} that fits no branch`,
  discriminator: (place) => `${place} that does not name its branch`,
};

/** The rule as the document has it, for the failure message: `title: maxLength 200`. A long list is not repeated. */
export function violationRule(broken: Broken, place: string): string {
  const { keyword, limit } = broken;
  const where = conditionWords(broken);
  if (keyword === 'required') return `${place} is required${where}`;
  if (keyword === 'dependentRequired') return `${place} is required${triggerWords(limit)}${where}`;
  if (keyword in sayings) return `${place} ${violationSaying(broken)}${where}`;
  const text = typeof limit === 'string' ? limit : JSON.stringify(limit);
  return text.length > 120 ? `${place}: ${keyword}${where}` : `${place}: ${keyword} ${text}${where}`;
}

/** The rule as a sentence: `Body member title has at most 200 characters`. */
export function violationSentence(broken: Broken, place: string): string {
  return `${place} ${violationSaying(broken)}${conditionWords(broken)}`;
}

function violationSaying({ keyword, limit }: Broken): string {
  const says = sayings[keyword] ?? sentences[keyword];
  const number = typeof limit === 'number' || typeof limit === 'string' ? String(limit) : 'the documented';
  return says === undefined ? `keeps ${keyword}` : says(number, limit);
}

type Saying = (limit: string, whole: Json) => string;

/** Rules whose value alone says nothing to a reader. */
const sayings: Partial<Record<string, Saying>> = {
  oneOf: (limit) => `fits exactly one of its ${limit} branches`,
  anyOf: (limit) => `fits one of its ${limit} branches`,
  discriminator: () => 'names the branch that is meant',
  items: () => 'has no more items than are described',
  unevaluatedItems: () => 'has no other items than those that are described',
  unevaluatedProperties: (_, whole) =>
    whole === false
      ? 'has no other properties than those that are described'
      : 'has only fitting properties beside those that are described',
};

const sentences: Partial<Record<string, Saying>> = {
  required: () => 'is required',
  dependentRequired: (_, whole) => `is required${triggerWords(whole)}`,
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
  additionalProperties: (_, whole) =>
    whole === false
      ? 'has no other properties than the documented ones'
      : 'has only fitting properties beside the named ones',
  propertyNames: () => 'has property names as documented only',
  patternProperties: () => 'has fitting values under names that match a pattern',
  minItems: (limit) => `has ${limit} items or more`,
  maxItems: (limit) => `has ${limit} items or fewer`,
  uniqueItems: () => 'has no item twice',
  contains: () => 'contains an item of the documented kind',
  minContains: (limit) => `contains ${limit} or more items of the documented kind`,
  maxContains: (limit) => `contains ${limit} or fewer items of the documented kind`,
  minProperties: (limit) => `has ${limit} properties or more`,
  maxProperties: (limit) => `has ${limit} properties or fewer`,
  not: () => 'is not what the document excludes',
};

/** What a missed check costs and how often servers miss it: required and limits first, deep members last. */
export function violationRisk(
  { keyword, condition }: Pick<Broken, 'keyword' | 'condition'>,
  depth: number,
): number {
  const conditional = condition ? 3 : 0;
  return Math.max(10, (risks[keyword] ?? 50) - conditional - depth * 6);
}

const risks: Partial<Record<string, number>> = {
  required: 75,
  dependentRequired: 70,
  enum: 68,
  const: 68,
  discriminator: 69,
  additionalProperties: 68,
  unevaluatedProperties: 67,
  minimum: 67,
  maximum: 67,
  exclusiveMinimum: 67,
  exclusiveMaximum: 67,
  maxLength: 66,
  minLength: 66,
  oneOf: 65,
  not: 65,
  pattern: 64,
  multipleOf: 64,
  propertyNames: 63,
  patternProperties: 63,
  anyOf: 63,
  contains: 63,
  minContains: 63,
  maxContains: 63,
  format: 62,
  uniqueItems: 62,
  minItems: 62,
  maxItems: 62,
  minProperties: 62,
  maxProperties: 62,
  items: 61,
  unevaluatedItems: 61,
  type: 60,
};

/** `where card is given`: what must be there for a dependent rule to hold. */
function triggerWords(limit: Json): string {
  const [trigger] =
    limit !== null && typeof limit === 'object' && !Array.isArray(limit) ? Object.keys(limit) : [];
  return trigger === undefined ? '' : ` where ${trigger} is given`;
}

function conditionWords({ condition }: Pick<Broken, 'condition'>): string {
  if (!condition) return '';
  if (condition.keyword === 'dependentSchemas') return ` where ${condition.member} is given`;
  return condition.keyword === 'then' ? ' where its condition holds' : ' where its condition fails';
}

/** A path as people say it: `items quantity` for `/items/0/quantity`. */
export function placeWords(path: (string | number)[], whole: string): string {
  const words = path.filter((step) => typeof step === 'string');
  const last = path.at(-1);
  const item = typeof last !== 'number' ? '' : last === 0 ? 'item of ' : `item ${last + 1} of `;
  return item + (words.length === 0 ? whole : words.join(' '));
}

/** A path as the failure message shows it: `items[0].quantity`. */
export function placeText(path: (string | number)[], whole: string): string {
  if (path.length === 0) return whole;
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join('');
}
