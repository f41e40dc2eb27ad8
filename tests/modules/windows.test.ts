import { win32 } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPlaceLocator } from '../../audit/locate-places.ts';
import { createResolver } from '../../modules/create-resolver.ts';
import { parseFacts, printFact, type Fact } from '../../modules/journal-facts.ts';
import { createProject } from '../../modules/project.ts';
import type { Disk } from '../../modules/watched-disk.ts';

/** A disk of Windows, in memory. */
function windowsDisk(files: Readonly<Record<string, unknown>>): Disk {
  const texts = new Map(Object.entries(files).map(([file, content]) => [file, typeof content === 'string' ? content : JSON.stringify(content)]));
  const isFolder = (path: string): boolean => [...texts.keys()].some((file) => file.startsWith(path.endsWith('\\') ? path : `${path}\\`));
  const names = (folder: string): string[] => [...new Set([...texts.keys()].filter((file) => file.startsWith(`${folder}\\`)).map((file) => file.slice(folder.length + 1).split('\\')[0] ?? ''))].sort();
  return {
    text: (file) => texts.get(file) ?? null,
    isFile: (path) => texts.has(path),
    isFolder,
    names,
    folders: (folder) => names(folder).filter((name) => isFolder(`${folder}\\${name}`)),
    realPath: (path) => path,
  };
}

describe('resolution under Windows', () => {
  const disk = windowsDisk({
    'C:\\repo\\package.json': { workspaces: ['packages/*'] },
    'C:\\repo\\tsconfig.json': { compilerOptions: { baseUrl: './src', paths: { '@/*': ['./*'] } } },
    'C:\\repo\\src\\main.ts': '',
    'C:\\repo\\src\\api\\index.ts': '',
    'C:\\repo\\packages\\client\\package.json': { name: '@me/client', exports: './dist/index.js', imports: { '#x': './src/x.ts' } },
    'C:\\repo\\packages\\client\\src\\index.ts': '',
    'C:\\repo\\packages\\client\\src\\x.ts': '',
  });
  const resolve = createResolver(createProject(disk, win32), []);

  it.each([
    ['./api', 'C:\\repo\\src', 'C:\\repo\\src\\api\\index.ts'],
    ['./api/', 'C:\\repo\\src', 'C:\\repo\\src\\api\\index.ts'],
    ['../main.js', 'C:\\repo\\src\\api', 'C:\\repo\\src\\main.ts'],
    ['..', 'C:\\repo\\src\\api\\deep', 'C:\\repo\\src\\api\\index.ts'],
    ['@/main', 'C:\\repo\\src\\api', 'C:\\repo\\src\\main.ts'],
    ['api', 'C:\\repo\\src', 'C:\\repo\\src\\api\\index.ts'],
    ['@me/client', 'C:\\repo\\src', 'C:\\repo\\packages\\client\\src\\index.ts'],
    ['#x', 'C:\\repo\\packages\\client\\src', 'C:\\repo\\packages\\client\\src\\x.ts'],
    ['C:\\repo\\src\\main', 'C:\\repo\\src', 'C:\\repo\\src\\main.ts'],
    ['file:///C:/repo/src/main.ts', 'C:\\repo\\src', 'C:\\repo\\src\\main.ts'],
    ['/src/main.ts', 'C:\\repo\\src\\api', 'C:\\repo\\src\\main.ts'],
    ['node:fs', 'C:\\repo\\src', null],
    ['axios', 'C:\\repo\\src', null],
  ])('%s in %s', (specifier, folder, expected) => {
    expect(resolve(specifier, folder)).toBe(expected);
  });
});

describe('files of a report under Windows', () => {
  const locator = createPlaceLocator('C:\\repo\\app', () => 'one\r\ntwo\r\nthree', win32);

  it.each([
    ['C:\\repo\\app\\src\\a.ts', 'src/a.ts'],
    ['c:\\repo\\app\\src\\a.ts', 'src/a.ts'],
    ['C:\\repo\\lib\\b.ts', '../lib/b.ts'],
    ['D:\\other\\c.ts', 'D:/other/c.ts'],
  ])('%s is %s', (file, name) => {
    expect(locator.nameOf(file)).toBe(name);
  });

  it('counts a line end of two characters once', () => {
    expect(locator.print({ file: 'C:\\repo\\app\\src\\a.ts', start: 10, end: 11 })).toBe('src/a.ts:3');
  });
});

it('the notes for ESLint\'s cache under Windows are those of any other place', () => {
  const facts: readonly Fact[] = [['text', 'C:\\repo\\src\\a.ts', 'digest', 'stamp'], ['names', 'D:\\other', { 'b.ts': 'file' }, 1]];
  const text = facts.map((fact) => printFact(fact, 'C:\\repo', win32)).join('');
  expect(text).toBe('["text","src/a.ts","digest","stamp"]\n["names","D:/other",{"b.ts":"file"},1]\n');
  expect(parseFacts(text, 'C:\\repo', win32)).toEqual(facts);
});
