import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';

import { readTheme, themeCookie } from './_theme/theme';

import './globals.css';

export const metadata: Metadata = {
  title: { default: 'ai-test-gen', template: '%s · ai-test-gen' },
  description: 'Review the tests that an API change needs, and commit them.',
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1 };

/** The theme is chosen on the server from a cookie: the first paint already has it. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = readTheme((await cookies()).get(themeCookie)?.value);
  return (
    <html lang="en" data-theme={theme === 'system' ? undefined : theme}>
      <body>{children}</body>
    </html>
  );
}
