import type { ApiModel, Operation } from '../openapi/model';

/** Where a request's path leads. */
export interface Route {
  /** All operations of the path template, in document order. */
  operations: readonly Operation[];
  /** The parameters of the path as they stand in it, not decoded, in the order of the template. */
  values: readonly string[];
  /** What stands in front of the path template: the path of one of the document's servers, or nothing. */
  prefix: string;
}

export interface Router {
  /** `undefined`: the document has no such path. */
  route(path: string): Route | undefined;
}

interface Template {
  pattern: RegExp;
  operations: Operation[];
}

interface Step {
  fixed: Map<string, Step>;
  /** Segments with parameters in them, the most concrete ones first. */
  open: { pattern: RegExp; weight: number; step: Step }[];
  template?: Template;
}

/**
 * Finds path templates, concrete ones before those with parameters (OpenAPI "Path Templating Matching"). Paths may also
 * begin with the path of a server of the document.
 */
export function createRouter(model: ApiModel): Router {
  const root = emptyStep();
  for (const operation of model.operations) add(root, operation);
  const prefixes = [...new Set(serverPaths(model))].sort((a, b) => b.length - a.length);
  return {
    route(path) {
      for (const prefix of ['', ...prefixes]) {
        if (prefix !== '' && !path.startsWith(`${prefix}/`)) continue;
        const rest = path.slice(prefix.length);
        const template = find(root, segmentsOf(rest), 0);
        if (!template) continue;
        const values = template.pattern.exec(segmentsOf(rest).join('/'))?.slice(1) ?? [];
        return { operations: template.operations, values, prefix };
      }
      return undefined;
    },
  };
}

/** The names of the parameters in a path template, in order. */
export function namesIn(path: string): string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
}

function emptyStep(): Step {
  return { fixed: new Map(), open: [] };
}

function add(root: Step, operation: Operation): void {
  const segments = segmentsOf(operation.path);
  let step = root;
  for (const segment of segments) {
    const fixed = !segment.includes('{');
    const source = patternOf(segment);
    let next = fixed
      ? step.fixed.get(segment)
      : step.open.find(({ pattern }) => pattern.source === source)?.step;
    if (!next) {
      next = emptyStep();
      if (fixed) step.fixed.set(segment, next);
      else {
        const weight = segment.replace(/\{[^{}]*\}/g, '').length;
        step.open.push({ pattern: new RegExp(source), weight, step: next });
        step.open.sort((a, b) => b.weight - a.weight);
      }
    }
    step = next;
  }
  step.template ??= {
    pattern: new RegExp(`^${segments.map((each) => patternOf(each).slice(1, -1)).join('/')}$`),
    operations: [],
  };
  step.template.operations.push(operation);
}

function find(step: Step, segments: readonly string[], at: number): Template | undefined {
  const segment = segments[at];
  if (segment === undefined) return step.template;
  const fixed = step.fixed.get(segment) ?? step.fixed.get(decoded(segment));
  const found = fixed && find(fixed, segments, at + 1);
  if (found) return found;
  for (const { pattern, step: next } of step.open) {
    const below = pattern.test(segment) ? find(next, segments, at + 1) : undefined;
    if (below) return below;
  }
  return undefined;
}

/** A segment as a pattern: `{id}`, `{name}.json`, `{from}-{to}`. */
function patternOf(segment: string): string {
  const parts = segment.split(/(\{[^{}]*\})/);
  const texts = parts.map((part) =>
    part.startsWith('{') ? '([^/]+?)' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  );
  return `^${texts.join('')}$`;
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The paths of the servers, without what follows a variable. */
function serverPaths(model: ApiModel): string[] {
  const servers = [...model.servers, ...model.operations.flatMap((operation) => operation.servers ?? [])];
  return servers.flatMap(({ url }) => {
    const path =
      /^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/]*(\/[^?#]*)?$/i.exec(url)?.[1] ?? (url.startsWith('/') ? url : '');
    const plain = path.replace(/\/+$/, '');
    return plain === '' ? [] : [plain];
  });
}
