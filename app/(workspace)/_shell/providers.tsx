'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { ToastProvider } from '../../_ui/toast';

import { ViewerProvider } from './viewer';
import type { Viewer } from './viewer';

/** Events tell when something is stale; the time limit is the net beneath them. */
const freshMs = 30_000;

export function Providers({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  const [client] = useState(
    () => new QueryClient({ defaultOptions: { queries: { staleTime: freshMs, retry: 1 } } }),
  );
  return (
    <QueryClientProvider client={client}>
      <ViewerProvider viewer={viewer}>
        <ToastProvider>{children}</ToastProvider>
      </ViewerProvider>
    </QueryClientProvider>
  );
}
