import { join } from 'node:path';

/** The project's migrations; web and worker are started in its root. */
export function migrationsFolder(): string {
  return join(process.cwd(), 'prisma', 'migrations');
}
