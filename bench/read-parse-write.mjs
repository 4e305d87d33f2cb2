// What no generator can save: reads and parses a document, and writes as many bytes as its suite has into as many files.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [document, folder, bytes, files] = process.argv.slice(2);
const text = readFileSync(document, 'utf8');
if (document.endsWith('.json')) JSON.parse(text);
else (await import('js-yaml')).load(text);
mkdirSync(folder, { recursive: true });
const content = 'x'.repeat(Number(bytes) / Number(files));
for (let file = 0; file < Number(files); file++) writeFileSync(join(folder, `${file}.txt`), content);
