import type { Input } from './program.ts';

/** Every way that conditions of a program can turn out; the words and numbers differ along with them. */
export const inputs: readonly Input[] = [true, false].flatMap((flag) => [true, false].flatMap((other) => (['a', 'b', 'c'] as const).flatMap((kind) => [undefined, 'perhaps'].map((maybe): Input => ({
  flag, other, kind, maybe,
  key: flag ? 'zeta' : 'k-77',
  name: other ? 'omega' : 'n.8',
  id: flag ? 4711 : 5,
  list: other ? ['l1', 'l2', 'l3'] : flag ? ['only'] : [],
  base: flag ? 'https://h-1.test:32400' : 'http://10.0.0.5',
})))));
