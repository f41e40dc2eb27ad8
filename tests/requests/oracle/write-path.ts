import { closedScope, importFrom, libraryOf } from './program.ts';
import type { Spot } from './program.ts';
import { bodyOf, condition, inside, quoted, text, word } from './write-text.ts';

/** An expression whose value starts the URL: scheme, host and port. */
export function base(spot: Spot): string {
  const { draft, tape } = spot;
  const [unknown] = spot.scope.bases;
  switch (tape.pick(5)) {
    case 1: return unknown ?? `'http://plex.example'`;
    case 2: {
      const name = draft.fresh('B');
      spot.module.top.push(`const ${name} = 'https://one.example:32400';`);
      return name;
    }
    case 3: {
      const library = libraryOf(spot);
      const name = draft.fresh('B');
      library.top.push(`export const ${name} = 'https://two.example';`);
      return importFrom(spot, library, name);
    }
    case 4: return unknown === undefined ? `'http://plex.example'` : `(${condition(spot)} ? ${unknown} : 'http://other.example')`;
    default: return `'http://plex.example'`;
  }
}

/** An expression whose value is a path that starts with a slash. */
export function path(spot: Spot): string {
  const { draft, tape, lines } = spot;
  const start = `/${word(spot)}`;
  switch (tape.pick(15)) {
    case 1: return `\`${start}/\${${text(spot)}}\``;
    case 2: return `('${start}/' + ${text(spot)})`;
    case 3: return `['${start}', ${text(spot)}, ${text(spot)}].join('/')`;
    case 4: {
      const name = draft.fresh('l');
      lines.push(`let ${name} = '${start}';`);
      for (let i = 0; i <= tape.pick(2); i++) {
        const more = text(spot);
        lines.push(tape.chance(50) ? `${name} += '/' + ${more};` : `if (${condition(spot)}) ${name} += \`/\${${more}}\`;`);
      }
      return name;
    }
    case 5: {
      const name = draft.fresh('f');
      const param = draft.fresh('p');
      const module = tape.chance(50) ? libraryOf(spot) : spot.module;
      const at = inside(spot, { ...closedScope, words: [param] }, module);
      const result = `\`${start}/\${${param}}/\${${text(at)}}\``;
      module.top.push(`${module === spot.module ? '' : 'export '}function ${name}(${param}) ${bodyOf(at, result)}`);
      return `${importFrom(spot, module, name)}(${text(spot)})`;
    }
    case 6: {
      const name = draft.fresh('P');
      const library = libraryOf(spot);
      library.top.push(`export const ${name} = { all: '${start}/all', one: (id) => \`${start}/\${id}/one\` };`);
      return `${importFrom(spot, library, name)}.${tape.chance(50) ? 'all' : `one(${text(spot)})`}`;
    }
    case 7: return `(${condition(spot)} ? '${start}' : \`/${word(spot)}/\${${text(spot)}}\`)`;
    case 8: return `\`${start}/\${${text(spot)}}/${word(spot)}\``;
    case 9: return `'${start}/:id/x'.replace(':id', ${text(spot)})`;
    case 10: return `'/x${start}'.concat('/', ${text(spot)}).slice(2)`;
    case 11: {
      const name = draft.fresh('l');
      lines.push(`const ${name} = [${quoted(spot)}];`);
      lines.push(tape.chance(50) ? `${name}.push(${text(spot)});` : `if (${condition(spot)}) ${name}.push(${text(spot)});`);
      return `'/' + ${name}.join('/')`;
    }
    case 12: {
      const [kind] = spot.scope.kinds;
      if (kind === undefined) return `'${start}'`;
      const name = draft.fresh('T');
      spot.module.top.push(`const ${name} = { a: '${start}/a', b: '${start}/b', c: '/other' };`);
      return `${name}[${kind}]`;
    }
    case 13: return `new URL('${start}/' + ${text(spot)} + '?x=1', 'http://unused').pathname`;
    case 14: return `\`${start}/\${[${text(spot)}, ${text(spot)}].map((s) => encodeURIComponent(s)).join('/')}\``;
    default: return `'${start}'`;
  }
}
