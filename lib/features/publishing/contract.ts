import { z } from 'zod';

/** Browser-safe: what the screens ask of publishing and get. */

export const publicationStates = ['queued', 'published', 'unchanged', 'conflict', 'failed'] as const;
export type PublicationState = (typeof publicationStates)[number];

export const requestPublicationInput = z.object({ generationId: z.string() });

export const listPublicationsInput = z.object({
  apiId: z.string().optional(),
  generationId: z.string().optional(),
  limit: z.number().int().min(1).max(100).default(20),
});
export type ListPublicationsInput = z.input<typeof listPublicationsInput>;

/** Newest first; `queued` until the worker has been there. */
export interface PublicationRow {
  id: string;
  generationId: string;
  state: PublicationState;
  /** As shown to people: a URL without credentials. */
  repository: string;
  branch: string;
  commit?: string;
  caseCount: number;
  files: string[];
  pullRequestText?: string;
  /** Why it failed, or who moved the branch on. */
  error?: string;
  requestedBy: string;
  createdAt: string;
  finishedAt?: string;
}

export const publicationKeys = {
  all: ['publications'] as const,
  generation: (generationId: string) => ['publications', generationId] as const,
};
