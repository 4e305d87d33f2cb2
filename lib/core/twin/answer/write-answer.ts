import { concrete, essence, formatOf, isJson } from '../../generator/plan/media-type';
import type { Json } from '../../json';
import type { ApiResponse, MediaType, Operation } from '../../openapi/model';
import type { Outcome, Refusal, TwinResponse } from '../exchange';
import { responseFor } from '../policy';
import type { World } from '../world';

import { chosenMedia } from './accept';
import { headersFor } from './headers';
import { problemContent, problemFor } from './problem';
import { writeXml } from './write-xml';

export interface Asked {
  operation: Operation;
  headers: Readonly<Record<string, string>>;
  /** Absolute address of the twin as the client calls it, for headers that must hold a whole URL. */
  origin: string;
  /** The name of the example that the client prefers. */
  example?: string | undefined;
}

const bodiless = new Set([204, 205, 304]);

/** Writes what an operation comes to as the document describes it: media type, headers, schema; examples first. */
export function writeOutcome(world: World, asked: Asked, outcome: Outcome): TwinResponse {
  const { operation } = asked;
  const { status } = outcome;
  const response = responseFor(operation, status);
  const media = bodiless.has(status) ? undefined : mediaFor(response, asked.headers['accept']);
  const written = media && bodyOf(world, media, outcome, asked.example);
  const headers = headersFor(world, asked, response, outcome);
  return written === undefined
    ? { status, headers, body: undefined, operation: operation.id }
    : {
        status,
        headers: { ...headers, 'content-type': written.type },
        body: written.body,
        operation: operation.id,
      };
}

/** Writes a refusal as the document describes it, else as RFC 9457 does. */
export function writeRefusal(world: World, asked: Asked, refusal: Refusal): TwinResponse {
  const { operation } = asked;
  const { status } = refusal;
  const response = responseFor(operation, status);
  const headers = headersFor(world, asked, response, {
    status,
    ...(refusal.headers && { headers: refusal.headers }),
  });
  if (!response) return { ...plainProblem(refusal, headers), operation: operation.id };
  const media = mediaFor(response, asked.headers['accept']);
  if (!media) return { status, headers, body: undefined, operation: operation.id };
  const content = problemContent(world, media, refusal);
  const written = bodyOf(world, media, { status, ...(content !== undefined && { content }) });
  return {
    status,
    headers: { ...headers, 'content-type': written.type },
    body: written.body,
    operation: operation.id,
  };
}

/** A refusal of which the document says nothing (RFC 9457). */
export function plainProblem(refusal: Refusal, headers: Record<string, string> = {}): TwinResponse {
  return {
    status: refusal.status,
    headers: { ...headers, ...refusal.headers, 'content-type': 'application/problem+json' },
    body: JSON.stringify(problemFor(refusal)),
    operation: undefined,
  };
}

function mediaFor(response: ApiResponse | undefined, accept: string | undefined): MediaType | undefined {
  const content = response?.content ?? [];
  return chosenMedia(content, accept) ?? content.find(({ mediaType }) => isJson(mediaType)) ?? content[0];
}

function bodyOf(
  world: World,
  media: MediaType,
  { content, key = '' }: Outcome,
  example?: string,
): { type: string; body: string | Uint8Array } {
  const type = concrete(media.mediaType);
  if (content instanceof Uint8Array) return { type, body: content };
  const known = content !== undefined && media.schema !== undefined && example === undefined;
  const value =
    known && media.schema !== undefined ? world.answers.complete(media.schema, content, key) : undefined;
  const shown = value ?? world.answers.sample(media, example);
  return { type, body: textFor(world, media, type, shown) };
}

function textFor(world: World, media: MediaType, type: string, value: Json | undefined): string {
  const format = formatOf(type);
  if (format === 'json') return JSON.stringify(value ?? {});
  if (format === 'xml' && media.schema !== undefined && typeof value === 'object') {
    return writeXml(world.model.schemas, media.schema, value);
  }
  if (typeof value === 'string') return value;
  return value === undefined ? `An example of ${essence(type)}\n` : JSON.stringify(value);
}
