'use client';

import { useSyncExternalStore } from 'react';

const query = '(pointer: coarse)';

function subscribe(changed: () => void): () => void {
  const media = matchMedia(query);
  media.addEventListener('change', changed);
  return () => {
    media.removeEventListener('change', changed);
  };
}

/** Whether the main pointer is a finger: rows grow to 44 px and more. The server does not know and says no. */
export function useCoarsePointer(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(query).matches,
    () => false,
  );
}
