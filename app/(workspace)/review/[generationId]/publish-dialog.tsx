'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { GitBranch } from 'lucide-react';

import { errorText, unwrap } from '../../../_client/unwrap';
import { Button } from '../../../_ui/button';
import { counted } from '../../../_ui/counted';
import { Dialog } from '../../../_ui/dialog';
import { Notice } from '../../../_ui/notice';
import { PublicationCard } from '../../_parts/publication-card';
import { publicationsQuery } from '../_client/queries';
import { useWorkspace } from '../_client/use-workspace';
import { progressOf } from '../_model/progress';
import { publishAction } from '../publish-action';

import { publicationKeys } from '#lib/features/publishing/contract';

/** How often a waiting publication is asked after, should the events not come through. */
const patienceMs = 2000;

/** What will be committed, and what came of it: branch, commit and the text for the pull request. */
export function PublishDialog() {
  const { state, dispatch } = useWorkspace();
  return (
    <Dialog
      open={state.dialog?.kind === 'publish'}
      title="Publish approved tests"
      wide
      onClose={() => {
        dispatch({ type: 'closeDialog', kind: 'publish' });
      }}
    >
      <Publish />
    </Dialog>
  );
}

function Publish() {
  const { view } = useWorkspace();
  const client = useQueryClient();
  const publications = useQuery({
    ...publicationsQuery(view.id),
    refetchInterval: ({ state }) =>
      state.data?.some((row) => row.state === 'queued') === true ? patienceMs : false,
  });
  const publish = useMutation({
    mutationFn: () => unwrap(publishAction(view.id)),
    onSettled: () => client.invalidateQueries({ queryKey: publicationKeys.generation(view.id) }),
  });
  const { approved, rejected, pending } = progressOf(view.cases);
  const latest = publications.data?.[0];
  const waiting = publish.isPending || latest?.state === 'queued';

  return (
    <div className="flex flex-col gap-4">
      <p>
        <b className="font-semibold">{counted(approved, 'approved case')}</b> will be committed. {rejected}{' '}
        rejected and {pending} undecided stay out.
      </p>
      {pending > 0 ? (
        <Notice tone="warning">
          Still undecided: {pending}. You can publish now and again later: a second publication adds a commit.
        </Notice>
      ) : null}
      {publish.error === null ? null : <Notice tone="danger">{errorText(publish.error)}</Notice>}
      <div className="flex justify-end">
        <Button
          tone="primary"
          icon={<GitBranch size={16} aria-hidden />}
          busy={waiting}
          disabled={approved === 0}
          onClick={() => {
            publish.mutate();
          }}
        >
          {waiting ? 'Publishing' : `Publish ${approved} approved`}
        </Button>
      </div>
      {latest === undefined ? null : <PublicationCard publication={latest} />}
    </div>
  );
}
