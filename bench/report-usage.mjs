// Loaded into a measured process: when it ends, its processor time and largest memory go to the file that is named.
import { writeFileSync } from 'node:fs';

const target = process.env.BENCH_USAGE;
process.once('exit', () => {
  const { user, system } = process.cpuUsage();
  const { maxRSS } = process.resourceUsage();
  writeFileSync(target, JSON.stringify({ cpuSeconds: (user + system) / 1e6, mebibytes: maxRSS / 1024 }));
});
