'use client';

import Link from 'next/link';

import { Notice } from '../../../_ui/notice';
import { useWorkspace } from '../_client/use-workspace';

/** Said above everything: this generation is no longer the one to decide on. */
export function StandingNotice() {
  const { newer } = useWorkspace().view;
  if (newer === undefined) return null;
  return (
    <div className="border-b bg-surface px-4 py-2">
      <Notice tone="warning">
        Generation {newer.number} has taken the place of this one; what was approved here and did not change
        is approved there, too.{' '}
        <Link href={`/review/${newer.id}`} className="font-semibold underline">
          Open generation {newer.number}
        </Link>
      </Notice>
    </div>
  );
}
