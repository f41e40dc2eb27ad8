/** The formats of texts that can be told from their form alone. What is not listed is not looked at. */
const FORMATS: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
  'date-time': /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/,
  uuid: /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i,
  email: /^[^\s@]+@[^\s@]+$/,
  ipv4: /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.|$)){4}$/,
};

/** Whether a text can be of a `format` (`date`, `uuid`, …); true for formats that are not known. */
export function isFormatted(format: string, text: string): boolean {
  return !Object.hasOwn(FORMATS, format) || FORMATS[format]?.test(text) !== false;
}
