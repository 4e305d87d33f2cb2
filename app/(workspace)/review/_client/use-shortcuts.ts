'use client';

import { useEffect, useEffectEvent } from 'react';

import { commandOf } from '../_model/shortcuts';
import type { Command } from '../_model/shortcuts';

import { useKeysSetting } from './use-keys-setting';

/** Listens to the keys of the workspace unless they are switched off; not while somebody types, in a dialog or in a menu (which keep theirs). */
export function useShortcuts(commands: Record<Command, () => void>): void {
  const [keysOn] = useKeysSetting();
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (
      !keysOn ||
      event.defaultPrevented ||
      isTyping(event.target) ||
      document.querySelector('dialog[open]') !== null
    )
      return;
    const command = commandOf(event);
    if (command === undefined) return;
    event.preventDefault();
    commands[command]();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      onKeyDown(event);
    };
    document.addEventListener('keydown', listen);
    return () => {
      document.removeEventListener('keydown', listen);
    };
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox' && target.type !== 'radio';
  return target.isContentEditable || target.matches('textarea, select');
}
