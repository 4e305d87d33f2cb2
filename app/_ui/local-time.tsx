'use client';

import { useSyncExternalStore } from 'react';

const unchanging = () => () => undefined;

/** A moment in the reader's own time zone and language; the server, which knows neither, writes UTC. */
export function LocalTime({ at }: { at: string }) {
  const text = useSyncExternalStore(
    unchanging,
    () => new Date(at).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' }),
    () => `${at.slice(0, 16).replace('T', ' ')} UTC`,
  );
  return (
    <time dateTime={at} title={at} className="whitespace-nowrap">
      {text}
    </time>
  );
}
