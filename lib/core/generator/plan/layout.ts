import { createNames, fileSlug, pascalCase, snakeCase, type Names } from '../../python/identifier';

import type { Section, TestCase } from './case';
import type { Name } from './expression';
import type { Resource, Role } from './resources';
import type { ClassPlan, FilePlan } from './suite-plan';

const verbs: Record<Exclude<Role, 'action'>, string> = {
  create: 'Create',
  list: 'List',
  read: 'Read',
  replace: 'Update',
  update: 'Update',
  delete: 'Delete',
};
/** The longest name of a test. */
export const longestName = 120;

/** Where the cases of a section stand: `test_book_auth.py`, and the words of a class that no operation names. */
interface Family {
  suffix: 'crud' | 'errors' | 'auth' | 'performance' | 'security';
  className: (noun: string) => string;
  doc: string;
}

const families: Record<Exclude<Section, 'operation'>, Family> = {
  validation: {
    suffix: 'crud',
    className: (noun) => `Validation${noun}`,
    doc: 'Requests that break one rule of the document are refused.',
  },
  error: {
    suffix: 'errors',
    className: (noun) => `${noun}Errors`,
    doc: 'What cannot be answered is refused in the way that the document and HTTP say.',
  },
  auth: {
    suffix: 'auth',
    className: (noun) => `${noun}Auth`,
    doc: 'Each identity may do what the document allows it, and nothing else.',
  },
  performance: {
    suffix: 'performance',
    className: (noun) => `${noun}Performance`,
    doc: 'Answers come within the budget that README.md describes.',
  },
  security: {
    suffix: 'security',
    className: (noun) => `${noun}Security`,
    doc: 'Harmless probes for common weaknesses find none.',
  },
};

const fileDocs: Record<Family['suffix'], (noun: string) => string> = {
  crud: (noun) => `Valid requests for ${noun}, and the rules of its requests.`,
  errors: (noun) => `Refusals for ${noun}.`,
  auth: (noun) => `Who may do what with ${noun}.`,
  performance: (noun) => `How fast ${noun} is answered.`,
  security: (noun) => `Harmless probes for weaknesses of ${noun}.`,
};

/** The cases of an operation, and what they are called in files and classes. */
export interface PlacedCases {
  cases: TestCase[];
  resource: Resource;
  role: Role;
  /** The name of the operation's call. */
  subject: Name;
}

/** Puts cases into files and classes by resource and section (section 2 of the test catalogue). */
export function layOut(placed: PlacedCases[]): FilePlan[] {
  const files = new Map<string, { file: FilePlan; classes: Names; functions: Names }>();
  for (const { cases, resource, role, subject } of placed) {
    for (const test of cases) {
      const suffix = test.section === 'operation' ? 'crud' : families[test.section].suffix;
      const path = `test_${fileSlug(resource.noun, { fallback: 'resource', maxLength: 60 })}_${suffix}.py`;
      const entry = files.get(path) ?? {
        file: { path, doc: fileDocs[suffix](resource.noun.replace(/_/g, ' ')), classes: [] },
        classes: createNames(),
        functions: createNames(),
      };
      files.set(path, entry);
      const target = classFor(entry.file, test, { resource, role, subject });
      const made = snakeCase(`test_${test.words}`, { fallback: 'test', maxLength: longestName });
      target.cases.push({ ...test, name: entry.functions.take(made) });
    }
  }
  const order = (file: FilePlan): FilePlan => ({
    ...file,
    classes: [...file.classes.filter(isOperation), ...file.classes.filter((each) => !isOperation(each))],
  });
  return [...files.values()].map(({ file }) => order(file));
}

const isOperation = (each: ClassPlan): boolean => each.markers.includes('crud');

function classFor(
  file: FilePlan,
  test: TestCase,
  { resource, role, subject }: Omit<PlacedCases, 'cases'>,
): ClassPlan {
  const noun = pascalCase(resource.noun, { fallback: 'Resource' });
  const operationClass =
    role === 'action' ? pascalCase(subject, { fallback: 'Call' }) : `${verbs[role]}${noun}`;
  const words = test.section === 'operation' ? operationClass : families[test.section].className(noun);
  const name = pascalCase(`Test ${words}`, { fallback: 'Test', maxLength: 79 });
  const existing = file.classes.find((each) => each.name === name);
  if (existing) return existing;
  const { method, path } = test.operation;
  const doc = test.section === 'operation' ? `${method.toUpperCase()} ${path}` : families[test.section].doc;
  const markers = [test.section === 'operation' ? 'crud' : test.section];
  const made: ClassPlan = { name, doc, markers, cases: [] };
  file.classes.push(made);
  return made;
}
