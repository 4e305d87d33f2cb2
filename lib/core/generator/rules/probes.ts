/** A text that does harm where it is taken for code: what it is called in the id of a row, and what it is for. */
export interface Probe {
  id: string;
  text: string;
}

/**
 * None of them destroys anything where it works: no statement is ended or commented out, nothing is written. What shows
 * that one did work (the product 1787569, the header X-Injected, the script in HTML) the support code of a suite knows.
 */
export const probes: Probe[] = [
  { id: 'sql', text: "' OR '1'='1" },
  { id: 'shell', text: '$(expr 1337 \\* 1337)' },
  { id: 'template', text: '{{1337*1337}}${1337*1337}<%= 1337*1337 %>' },
  { id: 'path-traversal', text: '../../../../../../etc/passwd' },
  { id: 'xml', text: '<?xml version="1.0"?><a b="c">&lt;</a>' },
  { id: 'ldap', text: '*)(uid=*))(|(uid=*' },
  { id: 'html', text: '<script>alert(1)</script>' },
  { id: 'line-break', text: 'x\r\nX-Injected: yes' },
];

/** For a header, which cannot hold line breaks: for servers that decode what they get. */
export const encodedLineBreak: Probe = { id: 'encoded-line-break', text: 'x%0d%0aX-Injected:%20yes' };
