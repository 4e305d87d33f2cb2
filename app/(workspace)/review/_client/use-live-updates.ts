'use client';

import { useQueryClient } from '@tanstack/react-query';
import type { QueryKey } from '@tanstack/react-query';
import { useEffect } from 'react';

import { decisionKey } from './use-decisions';

import { publicationKeys } from '#lib/features/publishing/contract';
import { reviewKeys } from '#lib/features/reviews/contract';

/** What each kind of event makes stale. */
const stale: Record<string, readonly QueryKey[]> = {
  'cases.decided': [reviewKeys.queue, ['review', 'generation'], ['review', 'history']],
  'comment.added': [
    ['review', 'generation'],
    ['review', 'comments'],
  ],
  'comment.resolved': [
    ['review', 'generation'],
    ['review', 'comments'],
  ],
  'generation.queued': [reviewKeys.queue, ['review', 'generation']],
  'generation.started': [reviewKeys.queue, ['review', 'generation']],
  'generation.progress': [reviewKeys.queue, ['review', 'generation']],
  'generation.ready': [reviewKeys.queue, ['review', 'generation'], ['review', 'operation']],
  'generation.failed': [reviewKeys.queue, ['review', 'generation']],
  'publication.requested': [publicationKeys.all],
  'publication.finished': [publicationKeys.all],
};

/** Events come in bursts (a bulk decision, the steps of a generation): they are answered together. */
const gatherMs = 250;

/**
 * Reads anew what others changed, as the server's events tell; the browser reconnects by itself and goes on after the
 * last event that it saw. Nothing is drawn from the events themselves, so focus and scrolling stay.
 * @param generationId of the workspace; without one everything that the queue shows
 */
export function useLiveUpdates(generationId?: string): void {
  const client = useQueryClient();
  useEffect(() => {
    const query = generationId === undefined ? '' : `?generation=${encodeURIComponent(generationId)}`;
    const source = new EventSource(`/api/events${query}`);
    const waiting = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;

    const gather = (topic: string) => {
      waiting.add(topic);
      timer ??= setTimeout(flush, gatherMs);
    };
    const flush = () => {
      timer = undefined;
      // An answer read now could be older than a decision that is on its way.
      if (client.isMutating({ mutationKey: decisionKey }) > 0) {
        timer = setTimeout(flush, gatherMs);
        return;
      }
      for (const queryKey of new Set([...waiting].flatMap((topic) => stale[topic] ?? []))) {
        void client.invalidateQueries({ queryKey });
      }
      waiting.clear();
    };

    for (const topic of Object.keys(stale)) {
      source.addEventListener(topic, () => {
        gather(topic);
      });
    }
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [client, generationId]);
}
