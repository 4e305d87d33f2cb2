import { Badge } from '../../../_ui/badge';
import { Card } from '../../../_ui/card';
import { CopyLine } from '../../../_ui/copy-line';
import { Notice } from '../../../_ui/notice';

import type { SettingsDto } from '#lib/features/settings/contract';

/** Which templates the tests are printed with. They are files, so the environment names them. */
export function TemplatesCard({ templates }: Pick<SettingsDto, 'templates'>) {
  return (
    <Card
      title="Templates"
      actions={templates === null ? <Badge>Built in</Badge> : <Badge tone="accent">From a folder</Badge>}
    >
      <div className="flex flex-col gap-3 text-sm">
        {templates === null ? (
          <p className="max-w-prose text-muted">
            The tests are printed with the built-in templates. To change how they read, copy those out, change
            some, and start the product with TEMPLATES_DIR set to that folder.
          </p>
        ) : (
          <p className="max-w-prose text-muted">
            TEMPLATES_DIR names a folder whose files replace the built-in templates of the same name.
          </p>
        )}
        <CopyLine
          label={templates === null ? 'Command' : 'Folder'}
          text={templates === null ? 'npx ai-test-gen config templates test-templates' : templates.folder}
        />
        {templates === null || templates.problem === null ? null : (
          <Notice tone="danger">{templates.problem} Until this is mended, generations fail.</Notice>
        )}
        {templates === null || templates.problem !== null ? null : (
          <ul aria-label="Replaced templates" className="flex flex-wrap gap-1.5">
            {templates.replaced.length === 0 ? (
              <li className="text-muted">The folder replaces none of them.</li>
            ) : (
              templates.replaced.map((name) => (
                <li key={name}>
                  <Badge>{name}</Badge>
                </li>
              ))
            )}
          </ul>
        )}
      </div>
    </Card>
  );
}
