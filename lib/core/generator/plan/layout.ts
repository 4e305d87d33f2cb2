import { createNames, fileSlug, pascalCase, snakeCase, type Names } from '../../python/identifier';

import type { Section, TestCase } from './case';
import type { Name } from './expression';
import type { Resource, Role } from './resources';
import type { ClassPlan, FilePlan, NamedCase } from './suite-plan';

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
export interface OperationCases {
  cases: TestCase[];
  resource: Resource;
  role: Role;
  /** The name of the operation's call. */
  subject: Name;
}

/** A case, its name, and where it stands. */
export interface PlacedCase {
  test: NamedCase;
  file: string;
  className: Name;
}

/** Puts cases into files and classes by resource and section (section 2 of the test catalogue). */
export interface Layout<Kept> {
  place(own: OperationCases): void;
  files(): FilePlan<Kept>[];
}

/**
 * @param keep what is kept of the cases of an operation once they are named and placed, one for each: a target that prints
 * them at once needs no plan of them any more
 */
export function createLayout<Kept>(keep: (placed: PlacedCase[]) => Kept[]): Layout<Kept> {
  const files = new Map<string, { file: FilePlan<Kept>; functions: Names }>();
  return {
    place({ cases, ...own }) {
      const placed = cases.map((test) => {
        const path = pathOf(test, own.resource);
        const entry = files.get(path) ?? {
          file: { path, doc: docOf(test, own.resource), classes: [] },
          functions: createNames(),
        };
        files.set(path, entry);
        const target = classFor(entry.file, test, own);
        const made = snakeCase(`test_${test.words}`, { fallback: 'test', maxLength: longestName });
        return { test: { ...test, name: entry.functions.take(made) }, file: path, target };
      });
      const kept = keep(placed.map(({ test, file, target }) => ({ test, file, className: target.name })));
      placed.forEach(({ target }, index) => target.cases.push(...kept.slice(index, index + 1)));
    },
    files: () => [...files.values()].map(({ file }) => inOrder(file)),
  };
}

const suffixOf = (test: TestCase): Family['suffix'] =>
  test.section === 'operation' ? 'crud' : families[test.section].suffix;

function pathOf(test: TestCase, { noun }: Resource): string {
  return `test_${fileSlug(noun, { fallback: 'resource', maxLength: 60 })}_${suffixOf(test)}.py`;
}

function docOf(test: TestCase, { noun }: Resource): string {
  return fileDocs[suffixOf(test)](noun.replace(/_/g, ' '));
}

function inOrder<Kept>(file: FilePlan<Kept>): FilePlan<Kept> {
  const isOperation = (each: ClassPlan<Kept>): boolean => each.markers.includes('crud');
  return {
    ...file,
    classes: [...file.classes.filter(isOperation), ...file.classes.filter((each) => !isOperation(each))],
  };
}

function classFor<Kept>(
  file: FilePlan<Kept>,
  test: TestCase,
  { resource, role, subject }: Omit<OperationCases, 'cases'>,
): ClassPlan<Kept> {
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
  const made: ClassPlan<Kept> = { name, doc, markers, cases: [] };
  file.classes.push(made);
  return made;
}
