/** Replaces what stands between `<!-- begin name -->` and `<!-- end name -->`; `where` is the page, for the message. */
export function replaceBlock(text: string, name: string, content: string, where: string): string {
  const begin = `<!-- begin ${name} -->`;
  const end = `<!-- end ${name} -->`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from === -1 || to < from) throw new Error(`${where} lacks the marks ${begin} and ${end}.`);
  return `${text.slice(0, from + begin.length)}\n${content}\n${text.slice(to)}`;
}
