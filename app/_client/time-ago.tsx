'use client';

import { useEffect, useState } from 'react';

const units = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3600 },
  { unit: 'minute', seconds: 60 },
] as const;

const format = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** `3 hours ago`, with the exact time on hover. The server draws the date: it does not know the reader's clock. */
export function TimeAgo({ at }: { at: string }) {
  const [now, setNow] = useState<number>();
  useEffect(() => {
    const tick = () => {
      setNow(Date.now());
    };
    const first = setTimeout(tick);
    const timer = setInterval(tick, 60_000);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, []);

  return (
    <time dateTime={at} title={now === undefined ? at : new Date(at).toLocaleString()}>
      {now === undefined ? at.slice(0, 16).replace('T', ' ') : relative((Date.parse(at) - now) / 1000)}
    </time>
  );
}

function relative(seconds: number): string {
  const found = units.find((entry) => Math.abs(seconds) >= entry.seconds);
  return found === undefined ? 'just now' : format.format(Math.round(seconds / found.seconds), found.unit);
}
