/** What a server action tells its form; browser-safe. */
export type ActionResult<T = undefined> =
  | { ok: true; data: T }
  | {
      ok: false;
      message: string;
      advice?: string;
      /** By the name of the field, `allowedHosts` for each of its entries too. */
      fields: Record<string, string>;
    };
