import type { Operation, Parameter } from '../openapi/model';
import { templateNames } from '../openapi/path-template';

import type { Change } from './change';
import type { Versions } from './diff-operation';

/** Parameters by location and name; path parameters by position, for their names are not on the wire. */
export function diffParameters(versions: Versions, before: Operation, after: Operation): Change[] {
  const old = new Map(before.parameters.map((one) => [keyOf(one, before), one]));
  const now = new Map(after.parameters.map((one) => [keyOf(one, after), one]));
  const changes: Change[] = [];
  for (const [key, parameter] of now) {
    const was = old.get(key);
    changes.push(...(was ? diffParameter(versions, was, parameter) : [added(parameter)]));
  }
  for (const [key, parameter] of old) if (!now.has(key)) changes.push(removed(parameter));
  return changes;
}

function keyOf(parameter: Parameter, operation: Operation): string {
  const name = parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name;
  const position = parameter.in === 'path' ? templateNames(operation.path).indexOf(name) : -1;
  return JSON.stringify([parameter.in, position === -1 ? name : position]);
}

function diffParameter({ schemas }: Versions, before: Parameter, after: Parameter): Change[] {
  const where = words(after);
  const changes: Change[] = [];
  const add = (kind: string, text: string, breaking: boolean) =>
    changes.push({ kind, message: `${where}: ${text}.`, breaking, source: after.source, side: 'after' });
  if (before.name !== after.name) add('parameter-renamed', `was called ${before.name}`, false);
  if (!before.required && after.required) add('parameter-required', 'is required now', true);
  if (before.required && !after.required) add('parameter-optional', 'is optional now', false);
  if (
    before.style !== after.style ||
    before.explode !== after.explode ||
    before.mediaType !== after.mediaType
  ) {
    add('parameter-style-changed', 'is written another way on the wire', true);
  }
  if (!before.deprecated && after.deprecated) add('parameter-deprecated', 'is deprecated now', false);
  return [...changes, ...schemas.compare(where, before.schema, after.schema, 'request')];
}

function added(parameter: Parameter): Change {
  const { required, source } = parameter;
  const message = `${words(parameter)}: ${required ? 'required' : 'optional'} parameter added.`;
  return { kind: 'parameter-added', message, breaking: required, source, side: 'after' };
}

function removed(parameter: Parameter): Change {
  const message = `${words(parameter)}: parameter removed.`;
  return { kind: 'parameter-removed', message, breaking: true, source: parameter.source, side: 'before' };
}

function words({ in: location, name }: Parameter): string {
  return `${location.charAt(0).toUpperCase()}${location.slice(1)} parameter ${name}`;
}
