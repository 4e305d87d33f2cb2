import { classNames } from './class-names';

/** A grey shape where something will be; the page says "Loading" once, this is decoration. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={classNames('animate-skeleton rounded-sm bg-sunken', className)} />;
}
