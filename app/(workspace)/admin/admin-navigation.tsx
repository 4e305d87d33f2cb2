'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';

import { classNames } from '../../_ui/class-names';

const places = [
  { href: '/admin/connections', label: 'Connections' },
  { href: '/admin/deliveries', label: 'Deliveries' },
  { href: '/admin/jobs', label: 'Jobs' },
  { href: '/admin/users', label: 'Users' },
  { href: '/admin/settings', label: 'Settings' },
  { href: '/admin/audit', label: 'Audit log' },
] as const;

/** @param deadJobs how many jobs were given up: they wait for a person */
export function AdminNavigation({ deadJobs }: { deadJobs: number }) {
  const path = usePathname();
  return (
    <nav aria-label="Administration" className="border-b bg-surface">
      <ul className="mx-auto flex max-w-6xl gap-1 overflow-x-auto px-2 py-1.5 md:px-4">
        {places.map(({ href, label }) => {
          const current = path === href || path.startsWith(`${href}/`);
          return (
            <li key={href}>
              <Link
                href={href}
                aria-current={current ? 'page' : undefined}
                className={classNames(
                  'touch-target flex h-8 items-center gap-1.5 rounded-md px-3 text-sm font-medium whitespace-nowrap transition-colors',
                  current ? 'bg-accent-soft text-accent' : 'text-muted hover:bg-hover hover:text-text',
                )}
              >
                {label}
                {href === '/admin/jobs' && deadJobs > 0 ? (
                  <span className="rounded-full bg-danger-soft px-1.5 text-xs text-danger">
                    {deadJobs}
                    <span className="sr-only"> given up</span>
                  </span>
                ) : null}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
