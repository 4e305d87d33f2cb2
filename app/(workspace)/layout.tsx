import { cookies } from 'next/headers';
import type { ReactNode } from 'react';

import { pageContext } from '../_server/request-context';
import { readTheme, themeCookie } from '../_theme/theme';

import { Providers } from './_shell/providers';
import { TopBar } from './_shell/top-bar';

/** The signed-in shell. It leads strangers to the door; each page and action authorises in its use case. */
export default async function WorkspaceLayout({ children }: { children: ReactNode }) {
  const { name, email, role } = (await pageContext()).actor;
  const theme = readTheme((await cookies()).get(themeCookie)?.value);

  return (
    <Providers viewer={{ name, email, role }}>
      <div className="flex h-dvh flex-col">
        <a
          href="#content"
          className="sr-only rounded-md bg-accent-fill px-3 py-2 text-white focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50"
        >
          Skip to the content
        </a>
        <TopBar viewer={{ name, email, role }} theme={theme} />
        <main id="content" tabIndex={-1} className="relative min-h-0 flex-1 overflow-auto outline-none">
          {children}
        </main>
      </div>
    </Providers>
  );
}
