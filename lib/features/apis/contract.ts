import { z } from 'zod';

import type { Diagnostic } from '../../core/diagnostics';
import type { OperationChange } from '../../core/spec-diff/change';

/** Browser-safe: what the screens of the APIs ask for and get. */

/** As a push may have it. */
export const importLimitBytes = 32 * 1024 * 1024;

export const importInput = z.object({
  /** OpenAPI or Swagger, JSON or YAML. */
  document: z
    .string()
    .refine((text) => text.trim() !== '', 'Choose a file or paste a document first.')
    .refine(
      (text) => new TextEncoder().encode(text).length <= importLimitBytes,
      'The document is larger than 32 MB.',
    ),
  /** Slug or name of the API that it belongs to; absent: the one that its title names, or a new one. */
  api: z.string().trim().min(1).max(200).optional(),
});
export type ImportInput = z.input<typeof importInput>;

/** How far an import is. */
export interface ImportState {
  deliveryId: string;
  state: 'waiting' | 'done' | 'unchanged' | 'failed';
  /** Why it failed. */
  error?: string;
  api?: { slug: string; name: string };
  generationId?: string;
}

export interface ApiSummary {
  id: string;
  slug: string;
  name: string;
  versions: number;
  latest?: { label: string; title: string; dialect: string; operationCount: number; createdAt: string };
  diagnostics: { errors: number; warnings: number };
  connections: string[];
  lastPublished?: string;
}

export type GenerationState = 'queued' | 'running' | 'ready' | 'failed' | 'superseded';

export interface ApiView {
  id: string;
  slug: string;
  name: string;
  /** Newest first. */
  versions: VersionRow[];
  generations: GenerationRow[];
}

export interface VersionRow {
  id: string;
  number: number;
  label: string;
  title: string;
  dialect: string;
  format: string;
  operationCount: number;
  createdAt: string;
  /** Against the version before. */
  changes: OperationChange[];
  diagnostics: Diagnostic[];
  /** How many there are, should `diagnostics` be cut. */
  diagnosticCount: number;
}

export interface GenerationRow {
  id: string;
  number: number;
  state: GenerationState;
  versionLabel: string;
  createdAt: string;
  error?: string;
  counts: { total: number; pending: number; approved: number; rejected: number };
}

export const apiKeys = {
  imported: (deliveryId: string) => ['apis', 'import', deliveryId] as const,
};
