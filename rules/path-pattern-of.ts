import type { Hole, Text } from '../requests/request-site.ts';
import type { PathPattern } from '../spec/path-pattern.ts';

/**
 * The path of a request as the descriptions match it. A hole fills text inside one segment, except where a caller may
 * hand in more: one glued to a word before it (`/library${rest}`) that is neither a number nor encoded. Behind a dot or dash
 * it goes on with an identifier (`custom.${id}`).
 */
export function pathPatternOf(path: Text): PathPattern {
  let before = '';
  return path.map((part) => {
    if (part.kind === 'literal') {
      before = part.text;
      return part.text;
    }
    const glued = !/[/.\-_:]$/.test(before);
    before = '';
    return patternHole(part, glued);
  });
}

function patternHole(hole: Hole, glued: boolean): PathPattern[number] {
  const whole = hole.encoded !== true && hole.type !== 'number' && hole.type !== 'boolean';
  const spans = glued && whole && hole.fedByParameter === true ? 'segments' : 'segment';
  return hole.type === undefined ? { hole: true, spans } : { hole: true, spans, type: hole.type };
}
