import type { ReactNode } from 'react';

interface TableProps {
  /** Read out before the table; not drawn. */
  caption: string;
  columns: readonly { key: string; label: ReactNode; numeric?: boolean }[];
  children: ReactNode;
}

/** A table that scrolls sideways inside itself. Rows are `<TableRow>` of `<TableCell>`. */
export function Table({ caption, columns, children }: TableProps) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b">
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={`h-9 px-4 font-medium whitespace-nowrap text-muted ${column.numeric === true ? 'text-right' : 'text-left'}`}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

export function TableRow({ children }: { children: ReactNode }) {
  return <tr className="border-b last:border-b-0 hover:bg-hover">{children}</tr>;
}

export function TableCell({ children, numeric = false }: { children?: ReactNode; numeric?: boolean }) {
  return <td className={`px-4 py-2 align-top ${numeric ? 'text-right' : ''}`}>{children}</td>;
}
