/** What a test is written in, by the name of its file. */
export function codeLanguage(path: string): 'python' | 'typescript' {
  return path.endsWith('.ts') ? 'typescript' : 'python';
}
