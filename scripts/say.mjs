// What the scripts tell people: one line a step, with its time when it took any.
const color = process.stdout.isTTY && process.env.NO_COLOR === undefined;
const paint = (code, text) => (color ? `\u001b[${code}m${text}\u001b[0m` : text);

export function say(text) {
  process.stdout.write(`${paint(36, '›')} ${text}\n`);
}

export function done(text) {
  process.stdout.write(`${paint(32, '✓')} ${text}\n`);
}

/** Says why it cannot go on and what to do, and ends the process. */
export function fail(text, advice) {
  process.stderr.write(`${paint(31, '✗')} ${text}\n${advice === undefined ? '' : `  ${advice}\n`}`);
  process.exit(1);
}

/** Runs one step and says how long it took. */
export async function step(text, work) {
  say(`${text} …`);
  const start = Date.now();
  const result = await work();
  const seconds = (Date.now() - start) / 1000;
  done(`${text} (${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s)`);
  return result;
}
