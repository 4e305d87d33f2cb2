import { importsOf, type Constant, type Helper } from '../plan/expression';
import { cutCases, schemaFiles, support, type PrintOptions, type PrintTarget } from '../print-target';

import { casesView, type NamedCase } from './cases-view';
import { conftestView } from './conftest-view';
import { Docstring, printPython } from './printed';
import { readmeView } from './readme-view';
import { supportView } from './support-view';

/** A plan as a pytest suite. */
export function pytestTarget({ plan, render, overridden }: PrintOptions): PrintTarget {
  return {
    headOf: (file) => ({
      path: file.path,
      docstring: printPython(new Docstring(file.doc)),
      classes: file.classes.map((each) => ({
        name: each.name,
        docstring: printPython(new Docstring(each.doc)),
        markers: each.markers,
      })),
    }),
    casesOf({ path, classes }) {
      const cases = classes.flatMap(({ name: className, cases: own }) =>
        own.map((test) => ({ test, name: test.name, className, imports: importsOfCase(test) })),
      );
      const { view, marks } = casesView(cases.map(({ test }) => test));
      const text = render('cases.py', view);
      return cutCases({ path, template: 'cases.py', text, marks, cases }, overridden);
    },
    supportFiles: (cases, coverage) => [
      support('conftest.py', render('conftest.py', conftestView(plan))),
      support('api_client.py', render('api_client.py', supportView(plan))),
      support('pytest.ini', render('pytest.ini', {})),
      support('ruff.toml', render('ruff.toml', {})),
      support('requirements.txt', render('requirements.txt', supportView(plan))),
      support('README.md', render('README.md', readmeView(plan, cases, coverage))),
      ...schemaFiles(plan),
    ],
  };
}

function importsOfCase(test: NamedCase): string[] {
  const names = new Set<Helper | Constant>();
  for (const step of test.steps) importsOf(step.call, names);
  for (const row of test.rows) for (const value of row.values) importsOf(value, names);
  return [...names].sort();
}
