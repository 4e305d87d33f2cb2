/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
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
