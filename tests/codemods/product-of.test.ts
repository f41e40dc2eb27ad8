import { describe, expect, it } from 'vitest';
import { productOf } from '../../codemods/product-of.ts';
import { memoryProject } from './memory-project.ts';

describe('what an app is called', () => {
  it.each([
    ['the name of its package, without the scope', { 'package.json': '{"name":"@acme/shelf","version":"2.0.0"}' }, 'shelf', '2.0.0'],
    ['what people see, where it is written', { 'package.json': '{"name":"shelf","productName":"The Shelf"}' }, 'The Shelf', null],
    ['the name of the repository, where the package is a part of it', { 'package.json': '{"name":"shelf-monorepo"}', 'src/package.json': '{"name":"@shelf/http-client","version":"1.2.0"}' }, 'shelf', '1.2.0'],
    ['the name of the package, where the repository has none', { 'package.json': '{"private":true}', 'src/package.json': '{"name":"shelf-web"}' }, 'shelf-web', null],
  ])('%s', (_, files, name, version) => {
    expect(productOf(memoryProject(files), '/app/src/plex.ts')).toMatchObject({ name, version });
  });

  it('is not known where only a part is named, or what no header can send', () => {
    for (const name of ['server', 'полка']) expect(productOf(memoryProject({ 'package.json': JSON.stringify({ name }) }), '/app/plex.ts')).toBeNull();
  });

  it('is not what stands above the project', () => {
    const files: Readonly<Record<string, string>> = { '/home/package.json': '{"name":"mine"}', '/home/shelf/package.json': '{"name":"api"}' };
    const project = { ...memoryProject({}), textOf: (file: string) => files[file] ?? null };
    expect(productOf({ ...project, top: '/home/shelf' }, '/home/shelf/plex.ts')).toBeNull();
    expect(productOf({ ...project, top: '/home' }, '/home/shelf/plex.ts')).toMatchObject({ name: 'mine' });
  });
});
