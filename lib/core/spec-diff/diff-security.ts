import type { ApiModel, Operation, SecurityRequirement, SecurityScheme } from '../openapi/model';

import type { Change } from './change';
import type { Versions } from './diff-operation';

/**
 * Ways to be let in (OR of AND). A way that goes breaks the clients that used it, unless a way that asks for no more
 * than the old one is left.
 */
export function diffSecurity({ before, after }: Versions, old: Operation, now: Operation): Change[] {
  const ways = waysOf(before, old);
  const waysNow = waysOf(after, now);
  const source = { file: now.source.file, pointer: now.source.pointer };
  const lost = ways.filter((way) => !waysNow.some((other) => other.key === way.key));
  const gained = waysNow.filter((way) => !ways.some((other) => other.key === way.key));
  return [
    ...lost.map((way): Change => {
      const breaking = !waysNow.some((other) => other.parts.every((part) => way.parts.includes(part)));
      const message = `Security: access ${way.words} is no longer possible.`;
      return { kind: 'security-removed', message, breaking, source, side: 'after' };
    }),
    ...gained.map((way): Change => {
      const message = `Security: access ${way.words} is possible now.`;
      return { kind: 'security-added', message, breaking: false, source, side: 'after' };
    }),
  ];
}

interface Way {
  key: string;
  parts: string[];
  words: string;
}

function waysOf(model: ApiModel, operation: Operation): Way[] {
  const alternatives: SecurityRequirement[] =
    operation.security.length > 0 ? operation.security : [{ schemes: [] }];
  return alternatives.map(({ schemes }) => {
    const parts = schemes.flatMap(({ name, scopes }) => {
      const scheme = model.securitySchemes.get(name);
      return [`${name} ${scheme ? technique(scheme) : ''}`, ...scopes.map((scope) => `${name}:${scope}`)];
    });
    const names = schemes.map(({ name, scopes }) =>
      scopes.length > 0 ? `${name} (${scopes.join(', ')})` : name,
    );
    return {
      key: JSON.stringify([...parts].sort()),
      parts,
      words: names.length === 0 ? 'without credentials' : `with ${names.join(' and ')}`,
    };
  });
}

/** What a client has to do: a scheme of the same name that works another way is another scheme. */
function technique(scheme: SecurityScheme): string {
  if (scheme.type === 'apiKey') return `apiKey ${scheme.in} ${scheme.parameter}`;
  return scheme.type === 'http' ? `http ${scheme.scheme}` : scheme.type;
}
