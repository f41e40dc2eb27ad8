/** Controls, which steer a terminal, and marks that turn the direction of text. */
const UNSAFE = /[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu;

/** Text of the audited project as one line that cannot steer a terminal: `\u{1b}` stands for the escape character. */
export function printable(text: string): string {
  return text.replace(UNSAFE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
