import type { WriteStream } from 'node:tty';

export interface Progress {
  step(text: string): void;
  done(): void;
}

/** One line that changes, on a terminal; nothing where the output goes to a file or a pipe. */
export function createProgress(stream: Pick<WriteStream, 'isTTY' | 'write'>): Progress {
  const clear = '\r\u001b[2K';
  return {
    step(text) {
      if (stream.isTTY) stream.write(`${clear}${text}...`);
    },
    done() {
      if (stream.isTTY) stream.write(clear);
    },
  };
}
