// Ids are UUIDv7 text made outside; people see registration numbers only.

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether the text is an id in its canonical lower-case form. */
export function isId(text: string): boolean {
  return UUID.test(text);
}

/**
 * The registration number of an entry, such as BL-2026-0047: region prefix, edition year, serial in at least four digits.
 * @basis RULES 1: given at the first submit, kept for ever.
 */
export function registrationNumber(prefix: string, year: number, serial: number): string {
  return `${prefix}-${year}-${String(serial).padStart(4, '0')}`;
}
