import type { SourceRef } from '../../diagnostics';
import type { Json } from '../../json';
import type { Operation, SecurityScheme } from '../../openapi/model';
import type { GenerationSettings } from '../settings';
import type { Gap } from '../suite';

import type { TestCase } from './case';
import type { Expression, Name, NamedExpression } from './expression';

/** How a resource is told apart from its siblings once it exists. */
export type Identification =
  { from: 'body'; path: (string | number)[] } | { from: 'location'; parameter: string };

/** A fixture with one valid request for an operation: what tests send, unchanged or with one change. */
export interface CallFixture {
  name: Name;
  operation: Operation;
  /** Fixtures that the request takes values from. */
  uses: Name[];
  path: NamedExpression[];
  query: NamedExpression[];
  headers: NamedExpression[];
  cookies: NamedExpression[];
  /** Made anew for each request, so that unique values differ. */
  body?: { mediaType: string; value: Expression; encoding?: Json };
  /** Variables that name something that must exist on the server. */
  samples: Sample[];
  cleanUp?: CleanUp;
}

/** How what a request created is removed after the test. */
export interface CleanUp {
  path: string;
  /** Path parameter to where the creating answer shows its value. */
  places: { parameter: string; place: Identification }[];
  /** Whether the deletion must say which state it is about (`If-Match`). */
  isConditional?: boolean;
}

/** A fixture with something that exists during one test, made by a call. */
export interface ResourceFixture {
  name: Name;
  /** In words: `book`. */
  noun: string;
  call: Name;
  identifiedBy: Identification;
  source: SourceRef;
}

/** An id that the tests cannot make: given in the environment. */
export interface Sample {
  variable: string;
  /** The path parameter that it is given for, and the path. */
  parameter: string;
  path: string;
  example?: Json;
  /** Whether a list shows one, so that the variable may be left out. */
  isListed?: boolean;
}

/** A case with the name of its function, which is unique in its file. */
export type NamedCase = TestCase & { name: Name };

/** A test file: its cases, or what is kept of them, and how they are grouped. */
export interface FilePlan<Kept = NamedCase> {
  path: string;
  doc: string;
  classes: ClassPlan<Kept>[];
}

export interface ClassPlan<Kept = NamedCase> {
  name: Name;
  doc: string;
  markers: string[];
  cases: Kept[];
}

/** A JSON Schema file of a response. */
export interface SchemaFile {
  /** Without `.json`. */
  name: string;
  schema: Json;
}

/** Everything a suite holds, as data: what a target prints. */
export interface SuitePlan<Kept = NamedCase> {
  slug: string;
  title: string;
  version: string;
  servers: string[];
  schemes: SecurityScheme[];
  /** What most operations ask for: alternatives of scheme names. */
  security: string[][];
  calls: CallFixture[];
  resources: ResourceFixture[];
  samples: Sample[];
  files: FilePlan<Kept>[];
  schemas: SchemaFile[];
  gaps: Gap[];
  /** Those that the team wants tests for, in document order. */
  operations: Operation[];
  /** How much load performance tests make, and what they allow. */
  load: GenerationSettings['performance'];
}
