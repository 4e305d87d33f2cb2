import { identify, identifyingProperty } from '../generator/plan/identification';
import { firstByItemShape } from '../generator/plan/item-paths';
import { itemIn, listIn, successSchema } from '../generator/plan/item-view';
import { refusedToOthers } from '../generator/plan/ownership';
import { pathOf, segmentsOf, shapeOf } from '../generator/plan/path-template';
import type { Resources } from '../generator/plan/resources';
import { groupResources } from '../generator/plan/resources';
import { propertiesOf, typesOf } from '../generator/plan/schema-members';
import { singular } from '../generator/plan/words';
import type { ApiModel, Operation, Parameter, Schema } from '../openapi/model';

/** A parameter of a path that names one of the things at the path before it. */
export interface Place {
  name: string;
  /** Shape of the path before the parameter. */
  shape: string;
  parameter: Parameter | undefined;
}

/** Things of one kind: what the document says of making, showing and naming them. */
export interface Kind {
  shape: string;
  noun: string;
  /** The path parameter that names one; `undefined` where none has a path of its own. */
  idName: string | undefined;
  /** The path template of one of them. */
  itemPath: string | undefined;
  idParameter: Parameter | undefined;
  read: Operation | undefined;
  list: Operation | undefined;
  creators: readonly Operation[];
  /** Whether a client can make one and learn how it is named; else some are there from the beginning. */
  isMade: boolean;
  /** Others than who made it are refused it. */
  isOwned: boolean;
}

export type Behaviour =
  | { does: 'create' | 'list'; kind: Kind }
  | { does: 'read' | 'replace' | 'update' | 'remove'; kind: Kind }
  | { does: 'act' };

/** What the document's paths are about, found out once it is asked for; shared with the planning of tests. */
export interface Knowledge {
  placesOf(operation: Operation): readonly Place[];
  kindAt(shape: string): Kind;
  behaviourOf(operation: Operation): Behaviour;
  /** Whether a parameter chooses among values that the document lists, or a structure, instead of naming a thing. */
  isChoice(parameter: Parameter): boolean;
  /** Where an answer of an operation shows the thing: the way to it, and the member that names it. */
  viewOf(operation: Operation, kind: Kind): { path: (string | number)[]; key: string | undefined };
  /** The member that names a thing in a list. */
  listKey(list: Operation, kind: Kind): string | undefined;
  /** The schema of that member. */
  idSchemaIn(operation: Operation, kind: Kind): Schema | undefined;
  siblings(shape: string): readonly Operation[];
}

export function createKnowledge(model: ApiModel): Knowledge {
  const operations = model.operations.filter(({ method }) => method !== 'trace');
  const byShape = new Map<string, Operation[]>();
  for (const operation of operations) {
    const shape = shapeOf(operation.path);
    const known = byShape.get(shape);
    if (known) known.push(operation);
    else byShape.set(shape, [operation]);
  }
  const byId = new Map(operations.map((operation) => [operation.id, operation]));
  const firstBelow = firstByItemShape(operations);
  const linked = linkTargets(operations, byId);
  const kinds = new Map<string, Kind>();
  const { schemas } = model;
  let resources: Resources | undefined;

  const at = (shape: string) => byShape.get(shape) ?? [];
  const kindAt = (shape: string): Kind => {
    const known = kinds.get(shape);
    if (known) return known;
    const itemShape = `${shape}/{}`;
    const items = at(itemShape);
    const first = items[0] ?? firstBelow.get(itemShape);
    const segment = first && segmentsOf(first.path)[segmentsOf(shape).length];
    const idName = segment?.kind === 'parameter' ? segment.name : undefined;
    const itemPath = first && pathOf(segmentsOf(first.path).slice(0, segmentsOf(shape).length + 1));
    const posts = at(shape).filter(({ method }) => method === 'post');
    const puts = items.filter(
      ({ method, responses }) => method === 'put' && responses.some(({ status }) => status === '201'),
    );
    resources ??= groupResources(model, operations);
    const resource = resources.ofItem(itemShape);
    const list = at(shape).find((each) => each.method === 'get' && listIn(successSchema(each), schemas));
    const isCollection = items.length > 0 || list !== undefined;
    const noun = resource?.noun ?? nounOf(shape);
    const creators = isCollection || first ? [...posts, ...(linked.get(itemShape) ?? []), ...puts] : [];
    const isMade = creators.some(
      (each) => each.method === 'put' || idName === undefined || identify(each, idName, noun, schemas),
    );
    const kind: Kind = {
      shape,
      noun,
      isMade,
      idName,
      itemPath: idName === undefined ? undefined : itemPath,
      idParameter: first?.parameters.find((each) => each.in === 'path' && each.name === idName),
      read: items.find(({ method }) => method === 'get'),
      list,
      creators,
      isOwned: items.some((each) => refusedToOthers(each).length > 0),
    };
    kinds.set(shape, kind);
    return kind;
  };

  const viewOf: Knowledge['viewOf'] = (operation, { idName, noun }) => {
    const name = idName ?? 'id';
    const identified = operation.method === 'post' ? identify(operation, name, noun, schemas) : undefined;
    if (identified?.from === 'body') {
      const key = identified.path.at(-1);
      return { path: identified.path.slice(0, -1), key: typeof key === 'string' ? key : undefined };
    }
    const view = itemIn(successSchema(operation), name, noun, schemas);
    if (!view) return { path: [], key: undefined };
    return { path: view.path, key: identifyingProperty(view.properties, name, noun, schemas) };
  };

  return {
    kindAt,
    viewOf,
    listKey(list, { idName, noun }) {
      const view = listIn(successSchema(list), schemas);
      return (
        view &&
        identifyingProperty(view.properties, idName ?? 'id', idName === undefined ? '' : noun, schemas)
      );
    },
    idSchemaIn(operation, kind) {
      const { path, key } = viewOf(operation, kind);
      const item = schemaAt(successSchema(operation), path, schemas);
      return key === undefined ? undefined : propertiesOf(item, schemas).get(key);
    },
    siblings: at,
    placesOf(operation) {
      const segments = segmentsOf(operation.path);
      return segments.flatMap((segment, index): Place[] => {
        if (segment.kind !== 'parameter') return [];
        const { name } = segment;
        const parameter = operation.parameters.find((each) => each.in === 'path' && each.name === name);
        const before = index === 0 ? '' : shapeOf(pathOf(segments.slice(0, index)));
        return [{ name, shape: before, parameter }];
      });
    },
    isChoice({ schema, style }) {
      const types = typesOf(schema, schemas);
      if (types.includes('array') || types.includes('object') || style === 'matrix') return true;
      const resolved = schemas.resolve(schema);
      return typeof resolved === 'object' && (resolved.enum !== undefined || resolved.const !== undefined);
    },
    behaviourOf(operation) {
      const shape = shapeOf(operation.path);
      const isItem = segmentsOf(operation.path).at(-1)?.kind === 'parameter';
      if (isItem) {
        const does = itemBehaviour[operation.method];
        return does ? { does, kind: kindAt(shape.slice(0, -3)) } : { does: 'act' };
      }
      const kind = kindAt(shape);
      if (operation.method === 'post') {
        if (kind.creators.includes(operation)) return { does: 'create', kind };
        const target = [...linked].find(([, makers]) => makers.includes(operation))?.[0];
        return target === undefined ? { does: 'act' } : { does: 'create', kind: kindAt(target.slice(0, -3)) };
      }
      const isList = operation.method === 'get' && kind.list === operation;
      return isList ? { does: 'list', kind } : { does: 'act' };
    },
  };
}

const itemBehaviour: Partial<Record<Operation['method'], 'read' | 'replace' | 'update' | 'remove'>> = {
  get: 'read',
  put: 'replace',
  patch: 'update',
  delete: 'remove',
};

/** By the shape of an item's path the creating operations whose links lead to it (OpenAPI "Link Object"). */
function linkTargets(
  operations: readonly Operation[],
  byId: ReadonlyMap<string, Operation>,
): Map<string, Operation[]> {
  const targets = new Map<string, Operation[]>();
  for (const operation of operations.filter(({ method }) => method === 'post')) {
    for (const { operation: id } of operation.responses.flatMap(({ links }) => links)) {
      const target = id === undefined ? undefined : byId.get(id);
      if (!target || segmentsOf(target.path).at(-1)?.kind !== 'parameter') continue;
      const shape = shapeOf(target.path);
      const own = `${shapeOf(operation.path)}/{}`;
      if (shape === own) continue;
      const known = targets.get(shape) ?? [];
      if (!known.includes(operation)) targets.set(shape, [...known, operation]);
    }
  }
  return targets;
}

function nounOf(shape: string): string {
  const words = shape.split('/').filter((word) => word !== '' && word !== '{}');
  return singular(words.at(-1) ?? 'thing');
}

/** The schema of what an answer shows at a path. */
export function schemaAt(
  schema: Schema | undefined,
  path: readonly (string | number)[],
  registry: ApiModel['schemas'],
): Schema | undefined {
  let at = schema;
  for (const step of path) {
    at = typeof step === 'string' ? propertiesOf(at, registry).get(step) : itemsOf(at, registry);
  }
  return at;
}

export function itemsOf(schema: Schema | undefined, registry: ApiModel['schemas']): Schema | undefined {
  const resolved = schema === undefined ? undefined : registry.resolve(schema);
  if (typeof resolved !== 'object') return undefined;
  if (resolved.items !== undefined) return resolved.items;
  for (const part of resolved.allOf ?? []) {
    const inner = itemsOf(part, registry);
    if (inner !== undefined) return inner;
  }
  return undefined;
}
