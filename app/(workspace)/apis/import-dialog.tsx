'use client';

import { Upload } from 'lucide-react';
import { useState } from 'react';

import { Button } from '../../_ui/button';
import { Dialog } from '../../_ui/dialog';

import { ImportForm } from './import-form';
import { ImportProgress } from './import-progress';

interface ImportDialogProps {
  apis: { slug: string; name: string }[];
  /** The API that it is for; absent: the reader chooses. */
  fixed?: string;
  /** Whether it is what the page is for. */
  tone?: 'primary' | 'neutral';
}

/** A document from a file or the clipboard: uploaded, then followed until its tests are on their way. */
export function ImportDialog({ apis, fixed, tone = 'primary' }: ImportDialogProps) {
  const [open, setOpen] = useState(false);
  const [deliveryId, setDeliveryId] = useState<string>();
  return (
    <>
      <Button
        tone={tone}
        icon={<Upload size={16} aria-hidden />}
        onClick={() => {
          setDeliveryId(undefined);
          setOpen(true);
        }}
      >
        Import a document
      </Button>
      <Dialog
        open={open}
        title="Import a document"
        wide
        onClose={() => {
          setOpen(false);
        }}
      >
        {deliveryId === undefined ? (
          <ImportForm apis={apis} fixed={fixed} onSent={setDeliveryId} />
        ) : (
          <ImportProgress
            deliveryId={deliveryId}
            onAgain={() => {
              setDeliveryId(undefined);
            }}
          />
        )}
      </Dialog>
    </>
  );
}
