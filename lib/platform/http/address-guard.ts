import { lookup as dnsLookup } from 'node:dns';
import type { LookupAddress } from 'node:dns';
import { BlockList, isIP } from 'node:net';
import type { LookupFunction } from 'node:net';

import { AppError } from '#lib/core/errors';

/** Looks up all addresses of a host. */
export type Resolve = (
  host: string,
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

export const systemResolve: Resolve = (host, done) => dnsLookup(host, { all: true }, done);

/** Everything that is not the public internet: IANA special-purpose registries (RFC 6890 and its updates). */
const blocked = new BlockList();
const ranges4 =
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 ' +
  '192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4';
// Among them the forms that carry an IPv4 address inside: compatible, translated, 6to4 and Teredo.
const ranges6 =
  '::/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16 3fff::/20 5f00::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8';
for (const [family, ranges] of [
  ['ipv4', ranges4],
  ['ipv6', ranges6],
] as const) {
  for (const range of ranges.split(' ')) {
    const [network = '', prefix = ''] = range.split('/');
    blocked.addSubnet(network, Number(prefix), family);
  }
}

/** Whether an address (not a name) is private, loopback, link-local or otherwise not public. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  // BlockList sees an IPv4-mapped IPv6 address as the IPv4 address that it is.
  return family === 0 || blocked.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

export function privateAddressError(host: string): AppError {
  return new AppError('forbidden', `${host} is a private address.`, {
    advice: 'If the server stands in your own network, let the connection reach private addresses.',
  });
}

/**
 * The look-up that a socket uses when it connects: the address that is checked is the one that is connected to, so a
 * name that resolves differently the second time gains nothing.
 */
export function guardedLookup(resolve: Resolve): LookupFunction {
  return (host, options, callback) => {
    resolve(host, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error !== null || first === undefined) {
        callback(error ?? new Error(`${host} has no address`), '', 4);
      } else if (addresses.some(({ address }) => isPrivateAddress(address))) {
        callback(privateAddressError(host), '', 4);
      } else if (options.all === true) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}
