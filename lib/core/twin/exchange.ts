import type { Json } from '../json';

/** A request that has arrived in full. */
export interface TwinRequest {
  method: string;
  /** Percent-encoded, without the query. */
  path: string;
  /** Behind the question mark. */
  query: string;
  /** By name in lower case. */
  headers: Readonly<Record<string, string>>;
  body: Uint8Array;
}

/** What the twin answers, ready to be sent. */
export interface TwinResponse {
  status: number;
  headers: Record<string, string>;
  body: string | Uint8Array | undefined;
  /** `Operation.id`; `undefined` where the document has no such operation. */
  operation: string | undefined;
}

/** One broken rule, as refusals name it. */
export interface Breach {
  place: string;
  message: string;
}

/** Why a request is refused. */
export interface Refusal {
  status: number;
  detail: string;
  breaches?: readonly Breach[];
  headers?: Record<string, string>;
}

/** What an operation comes to, before it is written as the document describes it. */
export interface Outcome {
  status: number;
  /** What is known of the body; the document's examples and schemas give the rest. Absent: nothing is known. */
  content?: Json | Uint8Array;
  /** Headers by name in lower case; those that the document does not list are sent too. */
  headers?: Record<string, string>;
  /** Distinguishes made-up values of different things. */
  key?: string;
}

export type Result = Outcome | { refusal: Refusal };
