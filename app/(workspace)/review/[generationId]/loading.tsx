import { Skeleton } from '../../../_ui/skeleton';

/** The frame of the workspace before its content. */
export default function Loading() {
  return (
    <div className="flex h-full flex-col">
      <p role="status" className="sr-only">
        Loading the review workspace
      </p>
      <div className="flex h-14 items-center gap-4 border-b bg-surface px-4">
        <Skeleton className="h-5 w-48" />
        <Skeleton className="ml-auto h-2 w-40" />
        <Skeleton className="h-8 w-24" />
      </div>
      <div className="grid min-h-0 flex-1 gap-px bg-border min-[900px]:grid-cols-[18rem_1fr_1fr]">
        {[12, 16, 14].map((lines) => (
          <div key={lines} className="flex flex-col gap-3 bg-surface p-4">
            {Array.from({ length: lines }, (_, index) => (
              <Skeleton key={index} className={index % 3 === 0 ? 'h-4 w-4/5' : 'h-4 w-3/5'} />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
