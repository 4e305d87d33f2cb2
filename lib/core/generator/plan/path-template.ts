export type Segment = { text: string } & ({ kind: 'static' } | { kind: 'parameter'; name: string });

/** The segments of a path template; a segment that is more than one parameter counts as static text. */
export function segmentsOf(path: string): Segment[] {
  return path
    .split('/')
    .filter((text) => text !== '')
    .map((text) => {
      const name = /^\{([^{}]+)\}$/.exec(text)?.[1];
      return name === undefined ? { kind: 'static', text } : { kind: 'parameter', name, text };
    });
}

/** The path template of the first segments. */
export function pathOf(segments: Segment[]): string {
  return `/${segments.map((segment) => segment.text).join('/')}`;
}

/** Path templates that name the same resource whatever they call their parameters (OpenAPI: "identical"). */
export function shapeOf(path: string): string {
  return path.replace(/\{[^{}]*\}/g, '{}').replace(/\/$/, '');
}
