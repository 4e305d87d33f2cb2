import Link from 'next/link';

import { Button, buttonClass } from '../../../_ui/button';
import { Select } from '../../../_ui/select';

interface AuditFilterProps {
  subjectTypes: readonly string[];
  actions: readonly string[];
  subject: string;
  action: string;
  /** Set by the link of an entry: the history of one record. */
  id: string;
}

/** A plain form that puts its choice into the address: it works without script and can be shared. */
export function AuditFilter({ subjectTypes, actions, subject, action, id }: AuditFilterProps) {
  const any = { value: '', label: 'All' };
  const options = (values: readonly string[], chosen: string) => [
    any,
    ...[...new Set([...values, ...(chosen === '' ? [] : [chosen])])].map((value) => ({
      value,
      label: value,
    })),
  ];
  return (
    <form
      key={`${subject} ${action} ${id}`}
      action="/admin/audit"
      aria-label="Filter the audit log"
      className="flex flex-wrap items-start gap-3"
    >
      <div className="w-44">
        <Select
          label="Subject"
          name="subject"
          defaultValue={subject}
          options={options(subjectTypes, subject)}
        />
      </div>
      <div className="w-60">
        <Select label="Action" name="action" defaultValue={action} options={options(actions, action)} />
      </div>
      {id === '' ? null : <input type="hidden" name="id" value={id} />}
      <div className="flex items-center gap-2 pt-6">
        <Button type="submit">Filter</Button>
        {subject === '' && action === '' && id === '' ? null : (
          <Link href="/admin/audit" className={buttonClass('quiet')}>
            Show all
          </Link>
        )}
      </div>
    </form>
  );
}
