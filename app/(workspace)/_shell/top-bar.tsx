import { FlaskConical } from 'lucide-react';
import Link from 'next/link';

import type { Theme } from '../../_theme/theme';
import { ThemeMenu } from '../../_theme/theme-menu';

import { Navigation } from './navigation';
import { UserMenu } from './user-menu';
import type { Viewer } from './viewer';

export function TopBar({ viewer, theme }: { viewer: Viewer; theme: Theme }) {
  return (
    <header className="flex h-12 shrink-0 items-center gap-4 border-b bg-surface px-4 md:gap-6">
      <Link href="/review" className="flex items-center gap-2 font-semibold tracking-tight">
        <FlaskConical size={18} aria-hidden className="text-accent" />
        <span className="max-sm:sr-only">ai-test-gen</span>
      </Link>
      <Navigation role={viewer.role} />
      <div className="ml-auto flex items-center gap-2">
        <ThemeMenu initial={theme} />
        <UserMenu viewer={viewer} />
      </div>
    </header>
  );
}
