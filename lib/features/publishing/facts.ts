import type { Gap } from '#lib/core/generator/suite';

/** What a commit message and a pull request tell about a publication. */
export interface PublicationFacts {
  publicationId: string;
  apiName: string;
  version: string;
  generation: number;
  branch: string;
  folder: string;
  files: string[];
  counts: { approved: number; rejected: number; pending: number };
  /** In document order. */
  endpoints: { method: string; path: string; approved: number; total: number }[];
  rejected: { endpoint: string; title: string; reason: string; note: string | undefined }[];
  gaps: Gap[];
  /** Whose approval stands on a published case. */
  reviewers: { name: string; email: string }[];
}
