import { helpers } from '../plan/expression';
import { cutCases, schemaFiles, support, type PrintOptions, type PrintTarget } from '../print-target';
import { readmeView } from '../view/readme-view';
import { supportView } from '../view/support-view';

import { specView } from './cases-view';
import { fixturesView } from './fixtures-view';
import { groupTitle, specPath, suiteNames, testTitle } from './names';
import { commentLine } from './source-text';

/** Support code that every suite has, and what stands beside its tests. */
const always = ['answers', 'api', 'calls', 'checks', 'credentials', 'lists', 'payload', 'schemas', 'values'];
const beside = ['playwright.config.ts', 'package.json', 'tsconfig.json'];
/** What is in the support code besides the helpers of the plan. */
const ownNames = ['repeated', 'listed_sample', 'load_of', 'skip'];

/** A plan as Playwright's API tests in TypeScript. */
export function playwrightTarget({ plan, render, overridden }: PrintOptions): PrintTarget {
  const names = suiteNames(plan, [...helpers, ...ownNames]);
  return {
    headOf: (file) => ({
      path: specPath(file.path),
      docstring: commentLine(file.doc),
      classes: file.classes.map((each) => ({
        name: groupTitle(each.name),
        docstring: commentLine(each.doc),
        markers: each.markers,
      })),
    }),
    casesOf({ path, classes }) {
      const named = classes.flatMap(({ name, cases }) =>
        cases.map((test) => ({ test, name: testTitle(test.name), className: groupTitle(name) })),
      );
      const { view, marks, imports } = specView(
        named.map(({ test }) => test),
        names,
      );
      const cases = named.map((each, index) => ({ ...each, imports: imports[index] ?? [] }));
      const text = render('cases.ts', view);
      return cutCases({ path: specPath(path), template: 'cases.ts', text, marks, cases }, overridden);
    },
    supportFiles(cases, coverage) {
      const kinds = supportView(plan);
      const parts = [...always];
      if (kinds.hasPerformance) parts.push('performance');
      if (kinds.hasSecurity) parts.push('security');
      return [
        support('fixtures.ts', render('fixtures.ts', fixturesView(plan, names))),
        support('api-client.ts', render('api-client.ts', kinds)),
        ...parts.map((name) => support(`support/${name}.ts`, render(`${name}.ts`, {}))),
        ...beside.map((name) => support(name, render(name, {}))),
        support('README.md', render('README.md', readmeView(plan, cases, coverage))),
        ...schemaFiles(plan),
      ];
    },
  };
}
