export type Severity = 'error' | 'warning' | 'info';

/** A place in a source document: `file` is '' for the entry document, else its name relative to it. */
export interface SourceRef {
  file: string;
  /** JSON Pointer (RFC 6901) as a URI fragment without the `#`, e.g. `/paths/~1books/post`. */
  pointer: string;
}

/** Trouble in a document as data: generation goes on with what is sound. */
export interface Diagnostic {
  severity: Severity;
  /** Stable kebab-case name of the kind of trouble, e.g. `unresolved-reference`. */
  code: string;
  message: string;
  source: SourceRef;
  /** 1-based line in the source text, where known. */
  line?: number;
  /** What the author of the document can do about it. */
  advice?: string;
}
