import { SearchX } from 'lucide-react';
import Link from 'next/link';

import { buttonClass } from './_ui/button';
import { EmptyState } from './_ui/empty-state';

export default function NotFound() {
  return (
    <main className="grid min-h-[70dvh] place-items-center">
      <EmptyState
        icon={<SearchX size={22} />}
        title="There is no such page"
        actions={
          <Link href="/review" className={buttonClass('primary')}>
            Open the review queue
          </Link>
        }
      >
        The address may be mistyped, or what it showed has been removed.
      </EmptyState>
    </main>
  );
}
