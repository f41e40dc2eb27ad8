const COMPONENT = /\.(?:vue|svelte|astro)$/;
const SCRIPT = /<script(?:\s(?:[^>"']|"[^"]*"|'[^']*')*)?>([\s\S]*?)<\/script\s*>/gi;
const FRONT_MATTER = /^\s*---[^\S\n]*\n([\s\S]*?)\n---/;

/** True for a file that holds its script in a block of markup. */
export function isComponentFile(file: string): boolean {
  return COMPONENT.test(file);
}

/**
 * The script of a Vue, Svelte or Astro file (front matter included), with every other character but line breaks made a
 * space, so that offsets are those of the file.
 */
export function extractScript(file: string, text: string): string {
  const blocks = [...text.matchAll(SCRIPT)].map(scriptRange);
  if (file.endsWith('.astro')) {
    const matter = FRONT_MATTER.exec(text);
    const code = matter?.[1];
    if (matter !== null && code !== undefined) {
      const start = matter[0].length - '\n---'.length - code.length;
      blocks.unshift({ start, end: start + code.length });
    }
  }
  let script = '';
  let position = 0;
  for (const { start, end } of blocks) {
    script += blank(text.slice(position, start)) + text.slice(start, end);
    position = end;
  }
  return script + blank(text.slice(position));
}

function scriptRange(match: RegExpExecArray): { start: number; end: number } {
  const code = match[1] ?? '';
  const start = match.index + match[0].length - code.length - (/<\/script\s*>$/i.exec(match[0])?.[0].length ?? 0);
  return { start, end: start + code.length };
}

function blank(text: string): string {
  return text.replace(/[^\r\n\u2028\u2029]/g, ' ');
}
