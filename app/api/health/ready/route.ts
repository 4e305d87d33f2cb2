import { migrationsFolder } from '#lib/platform/observability/migrations-folder';
import { checkReadiness } from '#lib/platform/observability/readiness';
import { runtime } from '#lib/platform/runtime';

export const dynamic = 'force-dynamic';

/** 200 when database, migrations and worker are as they should be, else 503 with what is wrong. */
export async function GET(): Promise<Response> {
  const readiness = await checkReadiness(await runtime('web'), migrationsFolder(), new Date());
  return Response.json(readiness, {
    status: readiness.ready ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  });
}
