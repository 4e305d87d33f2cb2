import { CopyButton } from './copy-button';

/** A line of text to be copied, with its name. */
export function CopyLine({ label, text }: { label: string; text: string }) {
  return (
    <div className="flex items-center gap-2 rounded-md border bg-code py-1 pr-1 pl-3">
      <span className="sr-only">{label}: </span>
      <code className="min-w-0 flex-1 font-mono text-sm [overflow-wrap:anywhere] text-code-text">{text}</code>
      <CopyButton text={text} />
    </div>
  );
}
