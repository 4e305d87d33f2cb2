import type { Json } from '../../json';
import type { MediaType, Operation, Parameter } from '../../openapi/model';
import type { ValidValue } from '../values/types';

import { acceptOf } from './accept-header';
import { createBodies, type MadeBody } from './bodies';
import { createBodyExpressions } from './body-expressions';
import { gapOf, type PlanContext } from './context';
import { literal, type Expression, type Invocation, type Name, type NamedExpression } from './expression';
import { identifier, identify } from './identification';
import { isIfMatch, needsTag } from './if-match';
import { firstByItemShape } from './item-paths';
import { listedItem } from './listed-item';
import { preferred } from './media-type';
import { invoke } from './named';
import { operationName } from './operation-names';
import { pathOf, segmentsOf, shapeOf } from './path-template';
import type { BaseBody, Path } from './request-body';
import type { Resource } from './resources';
import { sampleOf, sampleValue } from './sample-of';
import { serialise, serialiseKnown } from './serialise';
import type { CallFixture, ResourceFixture, Sample } from './suite-plan';

/** A call with what rules need to vary it. */
export interface PlannedCall {
  fixture: CallFixture;
  /** Raw values of the parameters in the request; `undefined` where a fixture or the environment gives it. */
  parameters: Map<Parameter, Json | undefined>;
  body: BaseBody | undefined;
}

export interface Fixtures {
  /** The call of an operation; `undefined` where no valid request can be made (a gap tells why). */
  callOf(operation: Operation): PlannedCall | undefined;
  resourceOf(resource: Resource): ResourceFixture | undefined;
  /** The body in another media type; `undefined` where no valid one can be made (a gap tells why). */
  bodyAs(operation: Operation, media: MediaType): MadeBody | undefined;
  /** Another value for an operation's body as an expression, and the fixtures that it takes values from. */
  bodyOf(operation: Operation, valid: ValidValue): { expression: Expression; uses: Name[] };
  /** A value for one member of an operation's body, likewise. */
  memberOf(operation: Operation, path: Path, value: Json): { expression: Expression; uses: Name[] };
  /** Whether a member of a body is a file or names an existing thing, so that no other value of its type will do. */
  isReference(operation: Operation, body: Json, path: Path): boolean;
  /** The fixture of the resource that a query, header or cookie parameter names, if any. */
  ownerOf(operation: Operation, parameter: Parameter): ResourceFixture | undefined;
  calls(): CallFixture[];
  resources(): ResourceFixture[];
}

/** Plans calls and resources on demand: each once, cycles broken. */
export function createFixtures(context: PlanContext): Fixtures {
  const { model, values } = context;
  const calls = new Map<Operation, PlannedCall | undefined>();
  const resources = new Map<Resource, ResourceFixture | undefined>();
  const inProgress = new Set<Resource>();
  const firstBelow = firstByItemShape(model.operations);
  const expressions = createBodyExpressions(context, resourceOf);
  const bodies = createBodies(context, expressions);
  const linking = linkingOperations(context.resources.all.flatMap((each) => [...each.operations.keys()]));

  function resourceOf(resource: Resource): ResourceFixture | undefined {
    if (resources.has(resource)) return resources.get(resource);
    if (inProgress.has(resource)) return undefined;
    inProgress.add(resource);
    const made = makeResource(resource);
    inProgress.delete(resource);
    resources.set(resource, made);
    return made;
  }

  function makeResource(resource: Resource): ResourceFixture | undefined {
    const own = [...resource.operations].find(([, role]) => role === 'create')?.[0];
    const create = own ?? linkedProducers(resource)[0];
    const item = [...resource.operations.keys()].find(
      (each) => shapeOf(each.path) === `${resource.shape}/{}`,
    );
    const last = item ?? firstBelow.get(`${resource.shape}/{}`);
    if (!create || !last) return undefined;
    const segment = segmentsOf(last.path)[segmentsOf(resource.shape).length];
    if (segment?.kind !== 'parameter') return undefined;
    const identifiedBy = identify(create, segment.name, resource.noun, model.schemas);
    if (!identifiedBy) {
      context.report(
        gapOf(create, 'producer', `no property, link or Location of the answer shows {${segment.name}}`),
      );
      return undefined;
    }
    const call = callOf(create);
    if (!call) return undefined;
    const remove = [...resource.operations].find(([, role]) => role === 'delete')?.[0];
    const path = own ? `${own.path.replace(/\/$/, '')}/{${segment.name}}` : last.path;
    if (remove) {
      const places = [{ parameter: segment.name, place: identifiedBy }];
      call.fixture.cleanUp = { path, places, isConditional: needsTag(remove) };
    } else context.report(gapOf(create, 'clean-up', 'no DELETE is documented: what the tests create stays'));
    return {
      name: context.names.take(resource.noun),
      noun: resource.noun.replace(/_/g, ' '),
      call: call.fixture.name,
      identifiedBy,
      source: create.source,
    };
  }

  /** Operations whose answers link to an item of the resource (OpenAPI "Link Object"). */
  function linkedProducers(resource: Resource): Operation[] {
    return [...resource.operations.keys()].flatMap((item) => linking.get(item.id) ?? []);
  }

  function callOf(operation: Operation): PlannedCall | undefined {
    if (calls.has(operation)) return calls.get(operation);
    calls.set(operation, undefined);
    const { resource, role } = context.resources.of(operation);
    const name = operationName(operation, resource, role, context.settings.naming);
    const planned = makeCall(operation, context.names.take(name));
    calls.set(operation, planned);
    return planned;
  }

  function makeCall(operation: Operation, callName: Name): PlannedCall | undefined {
    const uses = new Set<Name>();
    const samples: Sample[] = [];
    const parameters = new Map<Parameter, Json | undefined>();
    const parts: Record<Parameter['in'], NamedExpression[]> = { path: [], query: [], header: [], cookie: [] };
    const reader = needsTag(operation) ? readerOf(operation) : undefined;
    for (const parameter of operation.parameters) {
      if (reader && isIfMatch(parameter)) {
        uses.add(reader);
        const etag = invoke(reader, 'etag');
        parts.header.push({ name: parameter.name, value: { kind: 'later', value: etag } });
        parameters.set(parameter, undefined);
        continue;
      }
      if (!parameter.required && parameter.in !== 'path') continue;
      const owner = ownerOf(operation, parameter);
      const fixture = owner.resource && resourceOf(owner.resource);
      if (fixture) {
        uses.add(fixture.name);
        parts[parameter.in].push(serialiseKnown(parameter, identifier(fixture)));
        parameters.set(parameter, undefined);
        continue;
      }
      const valid = values.valid(parameter.schema, {
        name: parameter.name,
        fill: 'all',
        place: parameter.in,
        examples: parameter.examples,
      });
      // A list or an object in a path is what the client asks for, never the name of one thing.
      const isFree = parameter.in !== 'path' || ('value' in valid && isChosen(valid));
      if ('reason' in valid && isFree) {
        context.report(
          gapOf(operation, `${parameter.in} parameter ${parameter.name}`, valid.reason, valid.source),
        );
        return undefined;
      }
      if ('value' in valid && isFree) {
        if (parameter.in !== 'path' && owner.resource && isId(valid.value)) {
          const sample = sampleOf({
            name: parameter.name,
            path: operation.path,
            resource: owner.resource,
            example: valid.value,
          });
          samples.push(sample);
          parts[parameter.in].push(serialiseKnown(parameter, sampleValue(sample)));
        } else parts[parameter.in].push(...serialise(parameter, valid.value));
        parameters.set(parameter, valid.value);
        continue;
      }
      const example = operation.method === 'get' ? parameter.examples[0] : undefined;
      const sample = sampleOf({
        name: parameter.name,
        path: operation.path,
        resource: owner.resource,
        example,
      });
      samples.push(sample);
      const listed = owner.resource && listedBy(operation, parameter, owner.resource);
      if (listed) uses.add(listed.on);
      sample.isListed = listed !== undefined;
      const given = sampleValue(sample, listed && { kind: 'later', value: listed.first });
      parts.path.push(serialiseKnown(parameter, given));
      parameters.set(parameter, undefined);
    }
    const body = bodies.make(operation);
    if (body === 'impossible') return undefined;
    for (const each of body?.uses ?? []) uses.add(each);
    samples.push(...(body?.samples ?? []));
    const accept = acceptOf(operation);
    if (accept !== undefined) parts.header.push({ name: 'Accept', value: literal(accept) });
    const fixture: CallFixture = {
      name: callName,
      operation,
      uses: [...uses],
      path: parts.path,
      query: parts.query,
      headers: parts.header,
      cookies: parts.cookie,
      samples,
      ...(body && {
        body: {
          mediaType: body.mediaType,
          value: body.expression,
          ...(body.encoding !== undefined && { encoding: body.encoding }),
        },
      }),
    };
    return { fixture, parameters, body };
  }

  /** The call that reads what an operation changes. */
  function readerOf(operation: Operation): Name | undefined {
    const read = context.pathOperations(shapeOf(operation.path)).find((each) => each.method === 'get');
    return read && callOf(read)?.fixture.name;
  }

  /** The id of the first thing that a list shows: for reads only, since tests change nothing that they did not make. */
  function listedBy(
    operation: Operation,
    parameter: Parameter,
    resource: Resource,
  ): { on: Name; first: Invocation } | undefined {
    const found =
      operation.method === 'get' ? listedItem(resource, parameter.name, model.schemas) : undefined;
    const call = found && found.list !== operation ? callOf(found.list) : undefined;
    if (!found || !call || call.fixture.samples.length > 0) return undefined;
    const on = call.fixture.name;
    return { on, first: invoke(on, 'first', [literal(found.path), literal(found.key)]) };
  }

  /** The resource that a parameter names: by its place in the path, else by its name. */
  function ownerOf(operation: Operation, parameter: Parameter): { resource?: Resource } {
    if (parameter.in === 'path') {
      const segments = segmentsOf(operation.path);
      const index = segments.findIndex((each) => each.kind === 'parameter' && each.name === parameter.name);
      if (index < 1 || segments[index - 1]?.kind !== 'static') return {};
      const resource = context.resources.ofItem(shapeOf(pathOf(segments.slice(0, index + 1))));
      return resource ? { resource } : {};
    }
    const resource = context.resources.named(parameter.name);
    return resource ? { resource } : {};
  }

  /** A call that takes more from the environment than its own request says so. */
  function needSamples(operation: Operation, samples: Sample[]): void {
    const known = calls.get(operation)?.fixture.samples;
    for (const sample of samples) {
      if (known && !known.some(({ variable }) => variable === sample.variable)) known.push(sample);
    }
  }

  function bodyOf(operation: Operation, valid: ValidValue): { expression: Expression; uses: Name[] } {
    const media = operation.requestBody && preferred(operation.requestBody.content);
    if (!media) throw new TypeError(`An operation without a body: ${operation.id}`);
    const { expression, uses, samples } = expressions.expressionOf(operation, media, valid);
    needSamples(operation, samples);
    return { expression, uses };
  }

  function memberOf(operation: Operation, path: Path, value: Json): { expression: Expression; uses: Name[] } {
    const { expression, uses, samples } = expressions.memberOf(operation, path, value);
    needSamples(operation, samples);
    return { expression, uses };
  }

  return {
    callOf,
    resourceOf,
    bodyOf,
    bodyAs(operation, media) {
      const made = bodies.bodyAs(operation, media);
      needSamples(operation, made?.samples ?? []);
      return made;
    },
    memberOf,
    isReference(operation, body, path) {
      const media = operation.requestBody && preferred(operation.requestBody.content);
      const places = media ? expressions.fixedPlaces(operation, media, body) : [];
      return places.some((each) => JSON.stringify(each) === JSON.stringify(path));
    },
    ownerOf(operation, parameter) {
      const { resource } = ownerOf(operation, parameter);
      return resource && resourceOf(resource);
    },
    calls: () => [...calls.values()].flatMap((call) => (call ? [call.fixture] : [])),
    resources: () => [...resources.values()].flatMap((fixture) => fixture ?? []),
  };
}

function isChosen({ value, origin }: ValidValue): boolean {
  return origin === 'enum' || (value !== null && typeof value === 'object');
}

/** Numbers and words without spaces: what an id may be. */
function isId(value: Json): boolean {
  return typeof value === 'number' || (typeof value === 'string' && /^\S+$/.test(value));
}

/** Creating operations by the id of what their links lead to. */
function linkingOperations(operations: Operation[]): Map<string, Operation[]> {
  const linking = new Map<string, Operation[]>();
  for (const operation of operations.filter(({ method }) => method === 'post')) {
    for (const { operation: target } of operation.responses.flatMap(({ links }) => links)) {
      if (target !== undefined) linking.set(target, [...(linking.get(target) ?? []), operation]);
    }
  }
  return linking;
}
