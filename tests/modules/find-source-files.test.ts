import { chmodSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findSourceFiles } from '../../modules/find-source-files.ts';
import { skipReasonOfFolder, skipReasonOfName } from '../../modules/skip-reason.ts';
import { writeProject } from './write-project.ts';

function found(root: string, paths: readonly string[] = ['.']) {
  const { files, skipped, problems } = findSourceFiles(paths, { root });
  const short = (file: string): string => relative(root, file).replaceAll('\\', '/');
  return { files: files.map(short), skipped: Object.fromEntries(skipped.map(({ file, reason }) => [short(file), reason])), problems };
}

const MINIFIED = `!function(e,t){${'for(var n=0;n<t.length;n++)e(t[n]);'.repeat(200)}}(a,b);`;

describe('findSourceFiles', () => {
  it('takes sources in order and says what it leaves out', () => {
    const root = writeProject({
      'package.json': {}, 'readme.md': '', 'src/b.ts': '', 'src/a.tsx': '', 'src/page.vue': '', 'src/data.json': '{}', 'src/a.test.ts': '', 'src/a.d.ts': '',
      'src/__mocks__/x.js': '', 'src/vendor/jquery.js': '', 'tests/deep/helper.ts': '', 'dist/a.js': '', 'build/a.js': '', 'src/build/b.js': '',
      'public/app.min.js': '', 'public/packed.js': MINIFIED, 'public/webpack.js': `${MINIFIED}__webpack_require__(1)`, 'node_modules/x/index.js': '', '.cache/x.js': '',
      'src/icon.ts': `export const icon = 'data:image/png;base64,${'iVBORw0KGgo+/A'.repeat(500)}';\n`,
      'app/api/servers/test/route.ts': '',
    });
    expect(found(root)).toEqual({
      files: ['app/api/servers/test/route.ts', 'src/a.tsx', 'src/b.ts', 'src/build/b.js', 'src/icon.ts', 'src/page.vue'],
      skipped: {
        build: 'bundle', dist: 'bundle', 'public/app.min.js': 'minified', 'public/packed.js': 'minified', 'public/webpack.js': 'bundle',
        'src/__mocks__/x.js': 'test', 'src/a.d.ts': 'declaration', 'src/a.test.ts': 'test', 'src/vendor': 'vendored', 'tests/deep/helper.ts': 'test',
      },
      problems: [],
    });
  });

  it('follows .gitignore files, the nearest first, up to the top of the repository', () => {
    const root = writeProject({
      'outer/.gitignore': '*.ts', 'outer/repo/.git/HEAD': '', 'outer/repo/.gitignore': '/generated/\n*.gen.ts\n', 'outer/repo/generated/a.ts': '',
      'outer/repo/src/.gitignore': '!kept.gen.ts\n', 'outer/repo/src/a.gen.ts': '', 'outer/repo/src/kept.gen.ts': '', 'outer/repo/src/b.ts': '',
    });
    expect(found(join(root, 'outer/repo'))).toEqual({
      files: ['src/b.ts', 'src/kept.gen.ts'], skipped: { generated: 'ignored', 'src/a.gen.ts': 'ignored' }, problems: [],
    });
    expect(found(join(root, 'outer/repo'), ['src']).files).toEqual(['src/b.ts', 'src/kept.gen.ts']);
  });

  it('takes a file that is named, whatever it is called, and no path twice', () => {
    const root = writeProject({ 'src/a.test.ts': '', 'src/b.ts': '', 'notes.txt': '' });
    expect(found(root, ['src/a.test.ts', 'src', 'src/b.ts'])).toMatchObject({ files: ['src/a.test.ts', 'src/b.ts'] });
    expect(found(root, ['notes.txt', 'none'])).toEqual({ files: [], skipped: {}, problems: ['notes.txt is no JavaScript or TypeScript file.', 'none does not exist.'] });
  });

  it('ends in a circle of links, and follows a link that leads out', () => {
    const root = writeProject({ 'app/src/a.ts': '', 'shared/b.ts': '' });
    symlinkSync(join(root, 'app'), join(root, 'app/src/again'));
    symlinkSync(join(root, 'shared'), join(root, 'app/shared'));
    symlinkSync(join(root, 'nowhere'), join(root, 'app/broken.ts'));
    expect(found(join(root, 'app'))).toEqual({ files: ['shared/b.ts', 'src/a.ts'], skipped: {}, problems: [] });
  });

  it.skipIf(process.getuid?.() === 0)('reports a folder that it may not read (as root it may read all)', () => {
    const root = writeProject({ 'locked/a.ts': '', 'b.ts': '' });
    chmodSync(join(root, 'locked'), 0);
    const { files, problems } = found(root);
    chmodSync(join(root, 'locked'), 0o755);
    expect(files).toEqual(['b.ts']);
    expect(problems).toEqual([expect.stringMatching(/^locked cannot be read: EACCES/)]);
  });
});

describe('skip reasons', () => {
  it.each(['a.test.ts', 'a.spec.js', 'a_test.ts', 'a.stories.tsx', 'a.cy.ts', 'a.e2e-spec.ts', 'index.mock.ts', 'x.bench.mjs'])('%s is a test', (name) => {
    expect(skipReasonOfName(name)).toBe('test');
  });

  it.each(['test-connection.ts', 'testConnection.js', 'latest.ts', 'spec.ts', 'mockingbird.ts', 'contest.tsx', 'inspec.ts'])('%s is none', (name) => {
    expect(skipReasonOfName(name)).toBeNull();
  });

  it.each([['test', ['src', 'app', 'api'], null], ['test', ['src'], 'test'], ['fixtures', [], 'test'], ['out', [], 'bundle'], ['out', ['src'], null], ['dist', ['a'], 'bundle'], ['vendor', ['pages'], null]] as const)(
    'the folder %s under %j: %s',
    (name, above, reason) => {
      expect(skipReasonOfFolder(name, above)).toBe(reason);
    },
  );
});

const LABELS = fileURLToPath(new URL('../../../shared/corpus/labels', import.meta.url));

describe.skipIf(!existsSync(LABELS))('labelled files (skipped where the corpus is absent)', () => {
  it('have no name that would leave them out', () => {
    const left: string[] = [];
    let count = 0;
    for (const name of readdirSync(LABELS)) {
      if (!name.endsWith('.jsonl') || name.endsWith('.negatives.jsonl')) continue;
      const lines = readFileSync(join(LABELS, name), 'utf8').split('\n').filter((line) => line !== '');
      for (const file of new Set(lines.map((line) => (JSON.parse(line) as { file: string }).file))) {
        const folders = file.split('/').slice(0, -1);
        const reasons = [skipReasonOfName(file.split('/').at(-1) ?? ''), ...folders.map((folder, index) => skipReasonOfFolder(folder, folders.slice(0, index)))];
        count += 1;
        if (reasons.some((reason) => reason !== null)) left.push(`${name}: ${file}`);
      }
    }
    expect(left).toEqual([]);
    expect(count).toBeGreaterThan(50);
  });
});
