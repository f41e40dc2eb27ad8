import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createModuleLoader } from '../../modules/create-module-loader.ts';
import { writeProject } from './write-project.ts';

describe('load', () => {
  it('parses a module once, and answers null for what is missing, broken or no source', () => {
    const root = writeProject({ 'a.ts': 'export const a: number = 1;', 'broken.ts': 'const = ;', 'style.css': 'a {}', 'folder.ts/x.ts': '' });
    const loader = createModuleLoader({ root });
    const module = loader.load(join(root, 'a.ts'));
    expect(module).toMatchObject({ file: join(root, 'a.ts'), text: 'export const a: number = 1;' });
    expect(loader.load('a.ts')).toBe(module);
    for (const name of ['none.ts', 'broken.ts', 'style.css', 'folder.ts']) expect(loader.load(join(root, name))).toBeNull();
  });

  it('lets modules import each other in a circle', () => {
    const root = writeProject({ 'a.ts': "import './b';", 'b.ts': "import './a';" });
    const loader = createModuleLoader({ root });
    const b = loader.resolve('./b', join(root, 'a.ts'));
    expect(b).toBe(join(root, 'b.ts'));
    expect(loader.resolve('./a', join(root, 'b.ts'))).toBe(join(root, 'a.ts'));
  });
});

describe('generation', () => {
  const files = { 'package.json': { name: 'p' }, 'src/a.ts': 'export const a = 1;', 'src/b.ts': 'export const b = 1;', 'src/c.ts': '' };
  const start = () => {
    const root = writeProject(files);
    const loader = createModuleLoader({ root });
    const at = (name: string): string => join(root, name);
    return { root, loader, at, a: loader.load(at('src/a.ts')), b: loader.load(at('src/b.ts')), before: loader.generation() };
  };

  it('stays the same while nothing changes, and when an unread file does', () => {
    const { loader, at, a, before } = start();
    writeFileSync(at('src/c.ts'), 'changed');
    writeFileSync(at('src/new.ts'), 'new');
    expect(loader.generation()).toBe(before);
    expect(loader.load(at('src/a.ts'))).toBe(a);
  });

  it('grows when a module has changed, and only that one is parsed again', () => {
    const { loader, at, a, b, before } = start();
    writeFileSync(at('src/a.ts'), 'export const a = 22;');
    expect(loader.generation()).toBeGreaterThan(before);
    expect(loader.load(at('src/a.ts'))?.text).toBe('export const a = 22;');
    expect(loader.load(at('src/a.ts'))).not.toBe(a);
    expect(loader.load(at('src/b.ts'))).toBe(b);
  });

  it('sees a change that keeps the size', () => {
    const { loader, at, before } = start();
    writeFileSync(at('src/a.ts'), 'export const a = 2;');
    utimesSync(at('src/a.ts'), new Date(), new Date(Date.now() + 5000));
    expect(loader.generation()).toBeGreaterThan(before);
    expect(loader.load(at('src/a.ts'))?.text).toBe('export const a = 2;');
  });

  it('grows at once in a large project, when it is asked to be exact', () => {
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`src/${String(i)}.ts`, '']));
    const root = writeProject({ ...files, ...many });
    const loader = createModuleLoader({ root });
    for (const file of Object.keys(many)) loader.load(join(root, file));
    const before = loader.generation();
    for (let i = 1; i <= 5; i += 1) {
      writeFileSync(join(root, 'src/7.ts'), 'x'.repeat(i));
      expect(loader.generation(true)).toBe(before + i);
      expect(loader.load(join(root, 'src/7.ts'))?.text).toHaveLength(i);
    }
  });

  it('grows when a module is deleted', () => {
    const { loader, at, before } = start();
    expect(loader.resolve('./a', at('src/b.ts'))).toBe(at('src/a.ts'));
    rmSync(at('src/a.ts'));
    expect(loader.generation()).toBeGreaterThan(before);
    expect(loader.load(at('src/a.ts'))).toBeNull();
    expect(loader.resolve('./a', at('src/b.ts'))).toBeNull();
  });

  it('grows when a path that was missing appears, loaded or resolved', () => {
    const { loader, at } = start();
    expect(loader.load(at('src/late.ts'))).toBeNull();
    expect(loader.resolve('./later', at('src/a.ts'))).toBeNull();
    const before = loader.generation();
    writeFileSync(at('src/late.ts'), 'export {};');
    const between = loader.generation();
    expect(between).toBeGreaterThan(before);
    expect(loader.load(at('src/late.ts'))?.text).toBe('export {};');
    writeFileSync(at('src/later.ts'), '');
    expect(loader.generation()).toBeGreaterThan(between);
    expect(loader.resolve('./later', at('src/a.ts'))).toBe(at('src/later.ts'));
  });

  it('grows when a config that decides what specifiers mean is written or changed', () => {
    const { loader, at } = start();
    expect(loader.resolve('@x/a', at('src/b.ts'))).toBeNull();
    const before = loader.generation();
    writeFileSync(at('tsconfig.json'), '{"compilerOptions":{"paths":{"@x/*":["./src/*"]}}}');
    const between = loader.generation();
    expect(between).toBeGreaterThan(before);
    expect(loader.resolve('@x/a', at('src/b.ts'))).toBe(at('src/a.ts'));
    writeFileSync(at('tsconfig.json'), '{"compilerOptions":{"paths":{}}}');
    expect(loader.generation()).toBeGreaterThan(between);
    expect(loader.resolve('@x/a', at('src/b.ts'))).toBeNull();
  });

  it('looks at nothing in a run that takes the disk as it is', () => {
    const { root, at } = start();
    const loader = createModuleLoader({ root, watch: false });
    const a = loader.load(at('src/a.ts'));
    writeFileSync(at('src/a.ts'), 'changed');
    expect(loader.generation()).toBe(0);
    expect(loader.load(at('src/a.ts'))).toBe(a);
  });
});
