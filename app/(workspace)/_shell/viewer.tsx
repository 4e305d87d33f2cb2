'use client';

import { createContext, use } from 'react';
import type { ReactNode } from 'react';

import type { Role } from '#lib/features/context';

/** Who looks at the screen. Only for display: use cases read the actor of their own request. */
export interface Viewer {
  name: string;
  email: string;
  role: Role;
}

const ViewerContext = createContext<Viewer>({ name: '', email: '', role: 'reviewer' });

export function ViewerProvider({ viewer, children }: { viewer: Viewer; children: ReactNode }) {
  return <ViewerContext value={viewer}>{children}</ViewerContext>;
}

export function useViewer(): Viewer {
  return use(ViewerContext);
}
