import { ShieldAlert } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';

import { pageContext } from '../../_server/request-context';
import { buttonClass } from '../../_ui/button';
import { EmptyState } from '../../_ui/empty-state';

import { AdminNavigation } from './admin-navigation';

import { listJobs } from '#lib/features/system/list-jobs';

export const metadata: Metadata = { title: { default: 'Admin', template: '%s · Admin · ai-test-gen' } };

/** Tells a reviewer who came by a link what this is; the pages and actions refuse them on their own. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const context = await pageContext();
  if (context.actor.role !== 'admin') {
    return (
      <EmptyState
        icon={<ShieldAlert size={22} />}
        title="This part is for administrators"
        actions={
          <Link href="/review" className={buttonClass('primary')}>
            Go to the review queue
          </Link>
        }
      >
        Ask an administrator of this installation if you need to change connections, people or settings.
      </EmptyState>
    );
  }
  const { counts } = await listJobs(context);
  return (
    <>
      <AdminNavigation deadJobs={counts.dead} />
      {children}
    </>
  );
}
