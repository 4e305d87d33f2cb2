import { z } from 'zod';

/** Work that features hand to each other through the worker: payloads carry ids, never a document. */
export const jobPayloads = {
  /** Reads a delivery's document, or asks for a pull when it carries none. */
  'delivery.process': z.object({ deliveryId: z.string() }),
  /** Pulls the document of a connection once its notices have gone quiet. */
  'connection.pull': z.object({ connectionId: z.string() }),
  /** Generates the suite of a SpecVersion. */
  'generation.run': z.object({ generationId: z.string() }),
  /** Commits approved cases. */
  'publication.run': z.object({ publicationId: z.string() }),
} as const;

/** Notices of a connection are gathered in one queued pull; a pull by the clock joins it. */
export const pullJobKey = (connectionId: string) => `connection.pull:${connectionId}`;

export type JobName = keyof typeof jobPayloads;
