'use client';

import { LogOut, UserRound } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { signOut } from 'next-auth/react';

import { Menu } from '../../_ui/menu';
import { MenuItem } from '../../_ui/menu-item';

import type { Viewer } from './viewer';

export function UserMenu({ viewer }: { viewer: Viewer }) {
  const router = useRouter();
  const leave = async () => {
    await signOut({ redirect: false });
    // A full load: nothing that was drawn for this person stays in the browser's memory.
    window.location.assign('/sign-in');
  };
  return (
    <Menu
      label={`Account of ${viewer.name}`}
      triggerClass="touch-target inline-flex size-8 items-center justify-center rounded-full bg-accent-soft text-xs font-semibold text-accent hover:bg-accent-edge"
      trigger={initials(viewer.name)}
    >
      <div className="border-b px-2 pt-1 pb-2 text-sm">
        <p className="font-medium">{viewer.name}</p>
        <p className="text-muted">{viewer.email}</p>
        <p className="text-xs text-muted">{viewer.role === 'admin' ? 'Administrator' : 'Reviewer'}</p>
      </div>
      <MenuItem
        icon={<UserRound size={16} aria-hidden />}
        onSelect={() => {
          router.push('/account');
        }}
      >
        Account
      </MenuItem>
      <MenuItem icon={<LogOut size={16} aria-hidden />} onSelect={() => void leave()}>
        Sign out
      </MenuItem>
    </Menu>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return letters.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('');
}
