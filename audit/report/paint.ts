export type Style = (text: string) => string;

/** ANSI styles for a terminal, or none. */
export type Paint = Readonly<Record<'bold' | 'dim' | 'red' | 'green' | 'underline' | 'yellow' | 'cyan', Style>>;

const CODES = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], underline: [4, 24], yellow: [33, 39], cyan: [36, 39] } as const;

/** Styles that paint where there is colour, and else leave the text as it is. */
export function paintWith(colour: boolean): Paint {
  return Object.fromEntries(Object.entries(CODES).map(([name, [on, off]]) => [name, (text: string) => (colour ? `\u001B[${String(on)}m${text}\u001B[${String(off)}m` : text)])) as unknown as Paint;
}
