// npm run migration -- <name>: writes a migration from the difference between prisma/schema.prisma and the migrations.
import { fileURLToPath } from 'node:url';

import { migrationFolder, writeMigration } from '../lib/platform/db/migrations';

const name = process.argv.slice(2).join(' ');
if (name === '') {
  console.error('Name the migration: npm run migration -- add user locale');
  process.exit(2);
}
const folder = migrationFolder(fileURLToPath(new URL('..', import.meta.url)));
const written = await writeMigration(folder, name, new Date());
console.log(
  written === undefined
    ? 'Schema and migrations agree: nothing to write.'
    : `Wrote prisma/migrations/${written}`,
);
