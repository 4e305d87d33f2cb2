import type { DataLocale, GenerationSettings } from '#lib/core/generator/settings';
import type { Category } from '#lib/core/generator/suite';

/** Each kind of test as people know it. */
export const kindWords: Record<Category, { label: string; hint: string }> = {
  crud: { label: 'Working calls', hint: 'Documented requests succeed; resources live and die.' },
  validation: { label: 'Validation', hint: 'What breaks a documented rule is refused.' },
  error: { label: 'Errors', hint: '404, 405, 415, broken JSON and documented 4xx.' },
  auth: { label: 'Access', hint: 'Each identity may do what the document allows, and nothing else.' },
  performance: { label: 'Performance', hint: 'Answers come in time, also several at once.' },
  security: { label: 'Security probes', hint: 'Harmless, and only when asked for.' },
};

/** Languages by their own name, and in English where that has other letters. */
export const localeWords: Record<DataLocale, string> = {
  en: 'English',
  zh_CN: '简体中文 (Chinese, simplified)',
  zh_TW: '繁體中文 (Chinese, traditional)',
  ja: '日本語 (Japanese)',
  ko: '한국어 (Korean)',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
  it: 'Italiano',
  pt_BR: 'Português (Brasil)',
  ru: 'Русский (Russian)',
};

export const unknownWords: Record<GenerationSettings['unknownProperties'], string> = {
  'as-documented': 'Wrong where the document says so',
  refused: 'Always wrong',
};

export const targetWords: Record<GenerationSettings['target'], string> = {
  pytest: 'pytest, in Python',
  playwright: 'Playwright API tests, in TypeScript',
};

export const namingWords: Record<GenerationSettings['naming'], string> = {
  'operation-id': 'operationId, where it is plain',
  path: 'Method and path',
};
