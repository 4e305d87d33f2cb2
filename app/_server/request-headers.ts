/** Set by proxy.ts on each page request: a layout cannot know its own path otherwise. */
export const pathHeader = 'x-page-path';
export const requestIdHeader = 'x-request-id';
