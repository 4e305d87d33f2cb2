// Keeps the processes of the product running: restarts one that ends with backoff, stops all of them cleanly.
import { spawn } from 'node:child_process';

import { say } from './say.mjs';

const maxDelayMs = 30_000;
/** After this long without a crash the next restart is quick again. */
const calmMs = 60_000;
const stopTimeoutMs = 10_000;

/**
 * @param programs `{ name, command, args, options }[]`
 * @returns `stop()`: ends them with SIGTERM, after ten seconds with SIGKILL
 */
export function supervise(programs) {
  let stopping = false;
  const running = new Map();

  function start(program, delay) {
    const startedAt = Date.now();
    // In a process group of its own: Ctrl-C reaches only this process, which then stops the others in order.
    const child = spawn(program.command, program.args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      ...program.options,
      detached: true,
    });
    running.set(program.name, child);
    child.on('close', (code, signal) => {
      running.delete(program.name);
      if (stopping) return;
      const wait = Date.now() - startedAt > calmMs ? 1000 : delay;
      say(`The ${program.name} ended (${signal ?? `exit ${code}`}); starting it again in ${wait / 1000} s.`);
      setTimeout(() => !stopping && start(program, Math.min(wait * 2, maxDelayMs)), wait);
    });
  }

  programs.forEach((program) => start(program, 1000));

  return async function stop() {
    stopping = true;
    await Promise.all(
      [...running.values()].map(
        (child) =>
          new Promise((resolve) => {
            const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), stopTimeoutMs);
            child.on('close', () => {
              clearTimeout(timer);
              resolve();
            });
            signalGroup(child, 'SIGTERM');
          }),
      ),
    );
  };
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It has just ended by itself.
  }
}
