import { themeCookie } from './theme';
import type { Theme } from './theme';

const yearInSeconds = 365 * 24 * 3600;

/** Shows a theme at once on this page, and keeps it in a cookie for the next ones. */
export function applyTheme(theme: Theme): void {
  document.cookie = `${themeCookie}=${theme}; path=/; max-age=${yearInSeconds}; samesite=lax`;
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
