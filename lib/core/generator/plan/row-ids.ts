import type { Row } from './case';

/** Ids by which people and `pytest -k` find a row: equal ones are numbered. */
export function withUniqueIds(rows: Row[]): Row[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    let id = row.id;
    for (let number = 2; seen.has(id); number++) id = `${row.id}-${number}`;
    seen.add(id);
    return id === row.id ? row : { ...row, id };
  });
}
