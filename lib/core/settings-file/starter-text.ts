import { generationSettings } from '../generator/settings';
import type { Json } from '../json';

import { placeGuides, settingGuides } from './guide';
import { valueAt } from './paths';

/** A settings file to start from: every setting, commented out, with what it does and its default. */
export function starterText(): string {
  const defaults = generationSettings.parse({});
  const lines = [
    '# Settings of ai-test-gen: take the sign away from those that you change.',
    '# Flags of the command line count before this file, and this file before the defaults.',
    '',
  ];
  for (const { path, about, example } of placeGuides) {
    lines.push(`# ${capital(about)}.`, `#${path}: ${yaml(example)}`, '');
  }
  let group = '';
  for (const { path, about } of settingGuides) {
    const [first = '', second] = path.split('.');
    const value = yaml(valueAt(defaults, path) ?? null);
    if (second === undefined) {
      lines.push(`# ${capital(about)}.`, `#${path}: ${value}`, '');
      continue;
    }
    if (first !== group) lines.push(`#${first}:`);
    group = first;
    lines.push(`#  # ${capital(about)}.`, `#  ${second}: ${value}`);
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** A flow value of YAML 1.2, of which JSON is a part; plain words need no quotes. */
function yaml(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(yaml).join(', ')}]`;
  return typeof value === 'string' && /^[a-z][\w./-]*$/i.test(value) ? value : JSON.stringify(value);
}
