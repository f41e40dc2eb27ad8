/** Controls, which steer a terminal, marks that turn the direction of text, what nobody sees, and halves of characters. */
const UNSAFE = /[\p{Cc}\p{Cs}\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFFE\uFFFF\u{E0000}-\u{E007F}]/gu;

/** Text of the audited project as one line that cannot steer a terminal or pass for another: `\u{1b}` stands for the escape character. */
export function printable(text: string): string {
  return text.replace(UNSAFE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}

/** The value as JSON that prints on a terminal or in a log as `printable` text does, and reads as what it was. */
export function printableJson(value: unknown, indent: number | null = 2): string {
  const text = JSON.stringify(value, null, indent ?? undefined);
  return text.replace(UNSAFE, (character) => (character === '\n' ? character : [...Array(character.length).keys()].map((i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`).join('')));
}
