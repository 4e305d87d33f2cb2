import type { Faker } from '@faker-js/faker';

type Maker = (faker: Faker) => number;

const int =
  (min: number, max: number): Maker =>
  (faker) =>
    faker.number.int({ min, max });
const half =
  (min: number, max: number): Maker =>
  (faker) =>
    faker.number.int({ min: min * 2, max: max * 2 }) / 2;

const byName: readonly (readonly [RegExp, Maker])[] = [
  [/\b(price|amount|cost|total|fee|balance|salary)$/, half(5, 100)],
  [/\b(latitude|lat)$/, half(40, 60)],
  [/\b(longitude|lng|lon|long)$/, half(5, 20)],
  [/\byear$/, int(1990, 2024)],
  [/\bage$/, int(18, 80)],
  [/\bmonth$/, int(1, 12)],
  [/\bday$/, int(1, 28)],
  [/\b(quantity|qty|count|stock|size|number of)$/, int(1, 20)],
  [/\b(rating|score|stars|rank|priority|level)$/, int(1, 5)],
  [/\b(percent|percentage|discount|rate)$/, int(5, 50)],
  [/\b(page|page number)$/, () => 1],
  [/\b(limit|per page|page size|top|max results)$/, () => 10],
  [/\b(offset|skip|start)$/, () => 0],
  [/\bport$/, () => 8080],
  [/\bpages$/, int(80, 600)],
  [/\bweight$/, half(1, 20)],
  [/\b(timestamp|created|updated|created at|updated at|expires at)$/, () => 1736933400],
  [/\bid$/, int(1, 1000)],
];

/** Numbers that a person might have written for a member of this name, the best first. */
export function realisticNumbers(words: string, faker: Faker): number[] {
  const maker = byName.find(([name]) => name.test(words))?.[1];
  return [...(maker ? [maker(faker)] : []), faker.number.int({ min: 1, max: 100 }), 1, 0];
}
