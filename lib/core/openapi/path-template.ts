import type { Parameter } from './model';
import type { Node } from './node';
import type { Reader } from './reader';

/** The names in braces of a path template, in order. */
export function templateNames(path: string): string[] {
  return [...path.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? '');
}

/** Two paths that differ in the names of their variables only are one path (OpenAPI 3.1, section 4.8.8). */
export function pathShape(path: string): string {
  return path.replace(/\{[^{}]*\}/g, '{}');
}

/** Reports path variables without a parameter, and path parameters without a variable. */
export function checkPathParameters(
  reader: Reader,
  operation: Node,
  path: string,
  parameters: Parameter[],
): void {
  const wanted = new Set(templateNames(path));
  const declared = new Map(parameters.filter((one) => one.in === 'path').map((one) => [one.name, one]));
  for (const name of wanted) {
    if (declared.has(name)) continue;
    reader.report(
      'error',
      'path-parameter-missing',
      operation,
      `The path ${path} has {${name}}, but no path parameter of that name is declared.`,
      `Declare a parameter with name: ${name}, in: path, required: true.`,
    );
  }
  for (const [name, parameter] of declared) {
    if (wanted.has(name)) continue;
    reader.report(
      'warning',
      'path-parameter-undeclared',
      parameter.source,
      `The path parameter "${name}" does not occur in the path ${path}.`,
      `Add {${name}} to the path, or remove the parameter.`,
    );
  }
}
