/** No other site may frame our pages or learn their addresses, and no answer is taken for another type. */
const headers = [
  { key: 'Content-Security-Policy', value: "frame-ancestors 'none'; base-uri 'self'; object-src 'none'" },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'same-origin' },
];

/** A document that is imported by hand may be as large as a pushed one, with room for its envelope. */
const importLimit = '34mb';

/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // Types are a stage of `npm test` of their own; who starts the product need not wait for them.
  typescript: { ignoreBuildErrors: true },
  headers: () => Promise.resolve([{ source: '/:path*', headers }]),
  experimental: {
    serverActions: { bodySizeLimit: importLimit },
    proxyClientMaxBodySize: importLimit,
  },
  serverExternalPackages: [
    'better-sqlite3',
    '@prisma/adapter-better-sqlite3',
    '@astral-sh/ruff-wasm-nodejs',
    '@apidevtools/swagger-parser',
    'pino',
    'ejs',
  ],
};

export default config;
