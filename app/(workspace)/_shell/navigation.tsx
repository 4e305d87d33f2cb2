'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';

import { classNames } from '../../_ui/class-names';

import type { Role } from '#lib/features/context';

const destinations = [
  { href: '/review', label: 'Review' },
  { href: '/apis', label: 'APIs' },
  { href: '/admin', label: 'Admin', role: 'admin' },
] as const;

/** What a reviewer may not open is not offered; the pages themselves refuse it too. */
export function Navigation({ role }: { role: Role }) {
  const path = usePathname();
  return (
    <nav aria-label="Main" className="flex items-stretch gap-1 self-stretch">
      {destinations
        .filter((destination) => !('role' in destination) || destination.role === role)
        .map(({ href, label }) => {
          const current = path === href || path.startsWith(`${href}/`);
          return (
            <Link
              key={href}
              href={href}
              aria-current={current ? 'page' : undefined}
              className={classNames(
                'flex items-center border-b-2 px-3 text-sm font-medium transition-colors',
                current ? 'border-accent text-text' : 'border-transparent text-muted hover:text-text',
              )}
            >
              {label}
            </Link>
          );
        })}
    </nav>
  );
}
