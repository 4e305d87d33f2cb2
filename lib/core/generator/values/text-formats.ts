/** No blank and none of the characters that RFC 3987 leaves out; a percent sign begins an escape. */
const iriCharacters = String.raw`(?:[^\s<>"{}|\\^\x60%]|%[0-9A-Fa-f]{2})*`;
const day = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const month = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const clock = String.raw`(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d`;

/**
 * Text formats beside those that every validator knows: of JSON Schema 2020-12 (validation, 7.3) and of the OpenAPI format
 * registry (https://spec.openapis.org/registry/format). Each takes whatever a reading of its definition takes: what it
 * refuses is wrong by all of them.
 */
export const textFormats: Readonly<Record<string, RegExp>> = {
  'idn-email': /^[^\s@]+@[^\s@]+$/u,
  'idn-hostname': /^(?=.{1,253}$)[^\s./@:]{1,63}(?:\.[^\s./@:]{1,63})*\.?$/u,
  iri: new RegExp(`^[A-Za-z][A-Za-z0-9+.-]*:${iriCharacters}$`, 'u'),
  'iri-reference': new RegExp(`^${iriCharacters}$`, 'u'),
  guid: /^\{?[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}\}?$/i,
  base64: /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
  base64url: /^[A-Za-z0-9_-]*={0,2}$/,
  char: /^.$/su,
  decimal: /^[+-]?(?:\d+\.?\d*|\.\d+)$/,
  'date-time-local': new RegExp(
    String.raw`^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T${clock}(?:\.\d+)?$`,
  ),
  'time-local': new RegExp(String.raw`^${clock}(?:\.\d+)?$`),
  // RFC 9110, 5.6.7, with its two obsolete forms.
  'http-date': new RegExp(
    String.raw`^(?:${day}, \d{2} ${month} \d{4} ${clock} GMT|[A-Z][a-z]+day, \d{2}-${month}-\d{2} ${clock} GMT|${day} ${month} [ \d]\d ${clock} \d{4})$`,
  ),
  'media-range': /^[!#$%&'*+.^_`|~\w-]+\/[!#$%&'*+.^_`|~\w-]+(?:\s*;.*)?$/,
  // RFC 9651, 3.3.
  'sf-boolean': /^\?[01]$/,
  'sf-integer': /^-?\d{1,15}$/,
  'sf-decimal': /^-?\d{1,12}(?:\.\d{1,3})?$/,
  'sf-token': /^[A-Za-z*][!#$%&'*+.^_`|~:/\w-]*$/,
  'sf-string': /^"(?:[\x20-\x21\x23-\x5b\x5d-\x7e]|\\["\\])*"$/,
  'sf-binary': /^:[A-Za-z0-9+/=]*:$/,
};
