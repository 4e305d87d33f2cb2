'use client';

import { X } from 'lucide-react';
import { createContext, use, useCallback, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';

import type { Tone } from './badge';
import { Button } from './button';
import { classNames } from './class-names';
import { IconButton } from './icon-button';

export interface ToastMessage {
  text: ReactNode;
  tone?: Extract<Tone, 'neutral' | 'success' | 'danger' | 'warning'>;
  action?: { label: string; onSelect: () => void };
  /** How long it stays; what must be read and acted on stays until it is closed. */
  milliseconds?: number;
}

type Shown = ToastMessage & { id: number };

const ToastContext = createContext<(message: ToastMessage) => void>(() => undefined);

/** Shows a message at the bottom of the screen. */
export function useToast(): (message: ToastMessage) => void {
  return use(ToastContext);
}

const edges = {
  neutral: 'border-l-accent',
  success: 'border-l-success',
  danger: 'border-l-danger',
  warning: 'border-l-warning',
};

export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown[]>([]);
  const nextId = useRef(1);
  const show = useCallback((message: ToastMessage) => {
    const id = nextId.current++;
    setShown((before) => [...before.slice(-2), { ...message, id }]);
  }, []);
  const close = useCallback((id: number) => {
    setShown((before) => before.filter((toast) => toast.id !== id));
  }, []);

  return (
    <ToastContext value={show}>
      {children}
      <div
        role="region"
        aria-label="Notices"
        className="pointer-events-none fixed inset-x-0 bottom-16 z-50 flex flex-col items-center gap-2 px-4"
      >
        {shown.map((toast) => (
          <ToastCard key={toast.id} toast={toast} onClose={close} />
        ))}
      </div>
    </ToastContext>
  );
}

function ToastCard({ toast, onClose }: { toast: Shown; onClose: (id: number) => void }) {
  const { id, milliseconds = 6000, action, tone = 'neutral' } = toast;
  useEffect(() => {
    if (!Number.isFinite(milliseconds)) return;
    const timer = setTimeout(() => {
      onClose(id);
    }, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  }, [id, milliseconds, onClose]);

  return (
    <div
      role={tone === 'danger' || tone === 'warning' ? 'alert' : 'status'}
      className={classNames(
        'pointer-events-auto flex max-w-xl min-w-72 animate-appear items-center gap-3 rounded-md border border-l-4 bg-raised py-1.5 pr-1.5 pl-3 text-sm shadow-overlay',
        edges[tone],
      )}
    >
      <div className="min-w-0 flex-1 py-1">{toast.text}</div>
      {action === undefined ? null : (
        <Button
          size="sm"
          tone="quiet"
          className="text-accent"
          onClick={() => {
            action.onSelect();
            onClose(id);
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton
        label="Dismiss"
        icon={<X size={14} aria-hidden />}
        onClick={() => {
          onClose(id);
        }}
      />
    </div>
  );
}
