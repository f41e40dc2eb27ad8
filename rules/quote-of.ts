/** The quote that most texts of a source have around them. */
export function quoteOf(source: string): "'" | '"' {
  const count = (pattern: RegExp): number => [...source.matchAll(pattern)].length;
  return count(/'(?:[^'"\\\n]|\\.)*'/g) >= count(/"(?:[^'"\\\n]|\\.)*"/g) ? "'" : '"';
}
