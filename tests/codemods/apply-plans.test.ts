import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyPlans } from '../../codemods/apply-plans.ts';
import { createCodemodProject } from '../../codemods/codemod-project.ts';
import { createModuleLoader } from '../../modules/create-module-loader.ts';
import { writeProject } from '../modules/write-project.ts';
import type { Change, CodemodProject } from '../../codemods/codemod.ts';

const TEXT = "get('/hubs');\nget('/identity');\n";

function open(): { project: CodemodProject; file: string; change: (edits: readonly [number, number, string][], files?: Change['files']) => Change } {
  const root = writeProject({ 'a.js': TEXT });
  const file = join(root, 'a.js');
  const loader = createModuleLoader({ root, watch: false });
  const project = createCodemodProject({ root, whole: true, loader, mayChange: (name) => name === file, textOf: (name) => (name === file ? TEXT : null) });
  const change = (edits: readonly [number, number, string][], files: Change['files'] = []): Change => ({
    kind: 'change', requests: [], place: { file, start: 0, end: 0 }, what: '', imports: [], packages: {}, files,
    edits: edits.map(([start, end, text]) => ({ place: { file, start, end }, text })),
  });
  return { project, file, change };
}

describe('applyPlans', () => {
  it('makes one edit of two plans that want the same', () => {
    const { project, file, change } = open();
    const applied = applyPlans(project, [change([[11, 11, ', {}']]), change([[11, 11, ', {}']])]);
    expect(applied.texts.get(file)).toBe("get('/hubs', {});\nget('/identity');\n");
    expect(applied.done).toHaveLength(2);
  });

  it('leaves the second of two that put different texts in one place for later, whole', () => {
    const { project, file, change } = open();
    const second = change([[11, 11, ', b'], [29, 29, ', b']]);
    const applied = applyPlans(project, [change([[11, 11, ', a']]), second]);
    expect(applied.texts.get(file)).toBe("get('/hubs', a);\nget('/identity');\n");
    expect(applied.postponed).toEqual([second]);
  });

  it('does what still parses, and says what would not', () => {
    const { project, file, change } = open();
    const wrong = change([[0, 3, 'get(((']]);
    const applied = applyPlans(project, [wrong]);
    expect(applied.texts.has(file)).toBe(false);
    expect(applied.broken).toMatchObject([{ change: wrong, message: expect.stringMatching(/line \d/) as string }]);
  });

  it('changes nothing of a plan that reaches a file it may not change', () => {
    const { project, change } = open();
    const plan: Change = { ...change([[11, 11, ', a']]), edits: [...change([[11, 11, ', a']]).edits, { place: { file: '/elsewhere/b.js', start: 0, end: 0 }, text: 'x' }] };
    const applied = applyPlans(project, [plan]);
    expect([...applied.texts]).toEqual([]);
    expect(applied.postponed).toEqual([plan]);
  });

  it('adds a file once, and never over one that is there', () => {
    const { project, file, change } = open();
    const added = { file: `${file}.new.js`, text: 'export {};\n' };
    const applied = applyPlans(project, [change([], [added]), change([], [added]), change([], [{ file, text: '' }])]);
    expect([...applied.texts]).toEqual([[added.file, added.text]]);
    expect(applied.postponed).toHaveLength(1);
  });
});
