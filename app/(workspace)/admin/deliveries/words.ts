import type { Tone } from '../../../_ui/badge';

import type { deliveryStates } from '#lib/features/system/contract';

type State = (typeof deliveryStates)[number];

export const stateWords: Record<State, { label: string; tone: Tone; means: string }> = {
  accepted: { label: 'Accepted', tone: 'neutral', means: 'Stored; the worker has not taken it up yet.' },
  waiting: {
    label: 'Waiting',
    tone: 'accent',
    means: 'Waits until notices go quiet, then one pull is made.',
  },
  processed: { label: 'Processed', tone: 'success', means: 'Its document became a version.' },
  unchanged: { label: 'Unchanged', tone: 'neutral', means: 'The document was the same as before.' },
  failed: { label: 'Failed', tone: 'danger', means: 'The document could not be had or read.' },
};

export const kindWords: Record<string, string> = {
  notice: 'Notice',
  inline: 'Document',
  url: 'URL of a document',
};

/** Bytes as people read them. */
export function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
