'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';

import { Menu } from '../_ui/menu';
import { MenuItem } from '../_ui/menu-item';

import { applyTheme } from './apply-theme';
import { themes } from './theme';
import type { Theme } from './theme';

const looks = {
  system: { label: 'Like the system', icon: <Monitor size={16} aria-hidden /> },
  light: { label: 'Light', icon: <Sun size={16} aria-hidden /> },
  dark: { label: 'Dark', icon: <Moon size={16} aria-hidden /> },
};

export function ThemeMenu({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState(initial);
  const choose = (next: Theme) => {
    setTheme(next);
    applyTheme(next);
  };

  return (
    <Menu label="Theme" trigger={looks[theme].icon}>
      {themes.map((option) => (
        <MenuItem
          key={option}
          icon={looks[option].icon}
          checked={option === theme}
          onSelect={() => {
            choose(option);
          }}
        >
          {looks[option].label}
        </MenuItem>
      ))}
    </Menu>
  );
}
