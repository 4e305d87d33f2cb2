'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const topics = [
  'delivery.finished',
  'generation.queued',
  'generation.started',
  'generation.ready',
  'generation.failed',
  'cases.decided',
  'publication.requested',
  'publication.finished',
];

/** Events come in bursts; the page is drawn anew at most this often. */
const gatherMs = 500;

/** Draws the page anew when documents, generations, decisions or publications change it. Focus and scrolling stay. */
export function LiveRefresh() {
  const router = useRouter();
  useEffect(() => {
    const source = new EventSource('/api/events');
    let timer: ReturnType<typeof setTimeout> | undefined;
    const gather = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        router.refresh();
      }, gatherMs);
    };
    for (const topic of topics) source.addEventListener(topic, gather);
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [router]);
  return null;
}
