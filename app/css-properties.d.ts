import 'react';

declare module 'react' {
  /** Inline custom properties, e.g. the colours of a token of code. */
  interface CSSProperties {
    [property: `--${string}`]: string | number | undefined;
  }
}
