import { useSyncExternalStore } from 'react';

const storageKey = 'ai-test-gen.keys';
const changed = 'ai-test-gen:keys';

/** Whether the single-letter keys work, as this browser remembers it (WCAG 2.2, 2.1.4: they can be turned off). */
export function useKeysSetting(): [on: boolean, set: (on: boolean) => void] {
  return [useSyncExternalStore(subscribe, read, () => true), write];
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('storage', listener);
  window.addEventListener(changed, listener);
  return () => {
    window.removeEventListener('storage', listener);
    window.removeEventListener(changed, listener);
  };
}

/** A browser that refuses storage keeps the keys on. */
function read(): boolean {
  try {
    return window.localStorage.getItem(storageKey) !== 'off';
  } catch {
    return true;
  }
}

function write(on: boolean): void {
  try {
    if (on) window.localStorage.removeItem(storageKey);
    else window.localStorage.setItem(storageKey, 'off');
  } catch {
    return;
  }
  window.dispatchEvent(new Event(changed));
}
