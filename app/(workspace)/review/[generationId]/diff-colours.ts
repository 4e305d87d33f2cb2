/** The diff viewer in the tokens of the theme. */
export const diffColours = {
  diffViewerBackground: 'var(--color-code)',
  diffViewerColor: 'var(--color-code-text)',
  diffViewerTitleBackground: 'var(--color-surface)',
  diffViewerTitleColor: 'var(--color-muted)',
  diffViewerTitleBorderColor: 'var(--color-border)',
  addedBackground: 'var(--color-success-soft)',
  addedColor: 'var(--color-code-text)',
  removedBackground: 'var(--color-danger-soft)',
  removedColor: 'var(--color-code-text)',
  wordAddedBackground: 'light-dark(#b6e5c8, #1e5235)',
  wordRemovedBackground: 'light-dark(#f6c8c5, #67302c)',
  addedGutterBackground: 'var(--color-success-soft)',
  removedGutterBackground: 'var(--color-danger-soft)',
  gutterBackground: 'var(--color-code)',
  gutterBackgroundDark: 'var(--color-code)',
  gutterColor: 'var(--color-code-gutter)',
  addedGutterColor: 'var(--color-code-gutter)',
  removedGutterColor: 'var(--color-code-gutter)',
  codeFoldBackground: 'var(--color-sunken)',
  codeFoldGutterBackground: 'var(--color-sunken)',
  codeFoldContentColor: 'var(--color-muted)',
  emptyLineBackground: 'var(--color-sunken)',
};

const name = 'light-dark(#0550ae, #79c0ff)';
const text = 'light-dark(#0a3069, #a5d6ff)';
const keyword = 'light-dark(#b3202c, #ff7b72)';
const plain = 'var(--color-code-text)';

/** Kinds of tokens in the hues that the panes use for the same code. */
export const tokenColours = {
  default: plain,
  punctuation: plain,
  operator: plain,
  comment: 'light-dark(#57606a, #9198a1)',
  string: text,
  scalar: text,
  property: name,
  key: 'light-dark(#116329, #7ee787)',
  atrule: 'light-dark(#116329, #7ee787)',
  number: name,
  boolean: name,
  builtin: name,
  keyword,
  important: keyword,
  decorator: 'light-dark(#6639ba, #d2a8ff)',
  annotation: 'light-dark(#6639ba, #d2a8ff)',
  function: 'light-dark(#6639ba, #d2a8ff)',
  'class-name': 'light-dark(#6639ba, #d2a8ff)',
};
