import { classNames } from './class-names';

/** A key. Hidden on touch screens, where there is none to press. */
export function Kbd({ children, inverted = false }: { children: string; inverted?: boolean }) {
  return (
    <kbd
      className={classNames(
        'inline-flex h-4 min-w-4 items-center justify-center rounded-sm border px-1 font-sans text-[11px] leading-none font-medium pointer-coarse:hidden',
        inverted ? 'border-current/50' : 'border-current/30',
      )}
    >
      {children}
    </kbd>
  );
}
