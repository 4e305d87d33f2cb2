'use client';

import type { ReactNode } from 'react';

import { CopyLine } from '../_ui/copy-line';
import { Notice } from '../_ui/notice';

interface OneTimeSecretProps {
  /** What it is, e.g. "Webhook secret". */
  label: string;
  secret: string;
  children?: ReactNode;
}

/** A secret that is shown this once: it lives in this page's memory only. */
export function OneTimeSecret({ label, secret, children }: OneTimeSecretProps) {
  return (
    <div className="flex flex-col gap-2">
      <Notice tone="warning">Copy it now: it is shown only this once. {children}</Notice>
      <CopyLine label={label} text={secret} />
    </div>
  );
}
