import { Prisma } from './client';
import type { Transaction } from './client';

type Cell = string | number | boolean | Date | null | undefined | object;

/** One statement's text: SQLite takes much more, but each is held in memory twice. */
const rowsPerStatement = 500;

/**
 * Inserts many rows at once: about ten times as fast as `createMany`, whose rows each pass the query compiler. The rows
 * travel as one JSON text a statement. For tables of our own with thousands of rows, inside a transaction that others
 * wait for; checked by the row types of the caller.
 * @param rows all with the same members: the names of columns. Objects go into JSON columns, dates as Prisma writes them.
 */
export async function insertRows<Row extends { [K in keyof Row]: Cell }>(
  tx: Transaction,
  model: Prisma.ModelName,
  rows: readonly Row[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const names = Prisma.raw(columns.map((name) => quoted(name)).join(', '));
  const values = Prisma.raw(columns.map((_name, index) => `json_extract(value, '$[${index}]')`).join(', '));
  const table = Prisma.raw(quoted(model));
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    const chunk = rows
      .slice(start, start + rowsPerStatement)
      .map((row) => Object.values<Cell>(row).map(cellOf));
    await tx.$executeRaw`
      INSERT INTO ${table} (${names}) SELECT ${values} FROM json_each(${JSON.stringify(chunk)})`;
  }
}

function cellOf(cell: Cell): string | number | null {
  if (cell === undefined || cell === null) return null;
  if (cell instanceof Date) return cell.toISOString().replace('Z', '+00:00');
  if (typeof cell === 'object') return JSON.stringify(cell);
  return typeof cell === 'boolean' ? Number(cell) : cell;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
