/** A document without the vendor's extensions, as it is exported when nobody asks for them. */
export function withoutExtensions(document: object): object {
  return JSON.parse(
    JSON.stringify(document, (name, value: unknown) =>
      /^x-(run-in-)?(apifox|apidog)/.test(name) ? undefined : value,
    ),
  );
}
