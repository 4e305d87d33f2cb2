'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';

import { errorText, unwrap } from '../../_client/unwrap';
import { Button } from '../../_ui/button';
import { Notice } from '../../_ui/notice';
import { Select } from '../../_ui/select';
import { TextArea, TextField } from '../../_ui/text-field';

import { importAction } from './actions';

interface ImportFormProps {
  apis: { slug: string; name: string }[];
  fixed: string | undefined;
  onSent: (deliveryId: string) => void;
}

export function ImportForm({ apis, fixed, onSent }: ImportFormProps) {
  const [file, setFile] = useState<File>();
  const [text, setText] = useState('');
  const [slug, setSlug] = useState(fixed ?? '');
  const send = useMutation({
    mutationFn: async () => {
      const document = file === undefined ? text : await file.text();
      return unwrap(importAction({ document, ...(slug === '' ? {} : { api: slug }) }));
    },
    onSuccess: ({ deliveryId }) => {
      onSent(deliveryId);
    },
  });

  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate();
      }}
    >
      <TextField
        label="File"
        type="file"
        accept=".json,.yaml,.yml,application/json,application/yaml"
        hint="OpenAPI 3.0, 3.1 or Swagger 2.0, as JSON or YAML, up to 32 MB."
        className="py-1.5 file:mr-3 file:font-medium"
        onChange={(event) => {
          setFile(event.target.files?.[0]);
        }}
      />
      <TextArea
        label="Or paste the document"
        rows={8}
        className="font-mono text-xs"
        disabled={file !== undefined}
        value={text}
        spellCheck={false}
        onChange={(event) => {
          setText(event.target.value);
        }}
      />
      {fixed === undefined && apis.length > 0 ? (
        <Select
          label="API"
          hint="A new version of a known API, or the API that the document's title names."
          value={slug}
          options={[
            { value: '', label: 'As the title of the document says' },
            ...apis.map((api) => ({ value: api.slug, label: api.name })),
          ]}
          onChange={(event) => {
            setSlug(event.target.value);
          }}
        />
      ) : null}
      {send.error === null ? null : <Notice tone="danger">{errorText(send.error)}</Notice>}
      <div className="flex justify-end">
        <Button
          type="submit"
          tone="primary"
          busy={send.isPending}
          disabled={file === undefined && text.trim() === ''}
        >
          Import
        </Button>
      </div>
    </form>
  );
}
