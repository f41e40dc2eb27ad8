import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { whyNotWritable, writeOutput } from '../../audit/write-output.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plex-lint-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('writeOutput', () => {
  it('replaces a file and leaves nothing beside it', () => {
    writeFileSync(join(folder, 'report.json'), 'an older and much longer report');
    writeOutput('report.json', folder, 'new');
    expect(readFileSync(join(folder, 'report.json'), 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['report.json']);
  });

  it('keeps the rights of the file it replaces', () => {
    writeFileSync(join(folder, 'report.json'), '');
    chmodSync(join(folder, 'report.json'), 0o600);
    writeOutput('report.json', folder, 'new');
    expect(statSync(join(folder, 'report.json')).mode & 0o777).toBe(0o600);
  });

  it('writes to where a link points, and leaves the link', () => {
    writeFileSync(join(folder, 'real.json'), '');
    symlinkSync('real.json', join(folder, 'link.json'));
    writeOutput('link.json', folder, 'new');
    expect(lstatSync(join(folder, 'link.json')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'real.json'), 'utf8')).toBe('new');
  });

  it('writes to a device instead of replacing it', () => {
    writeOutput('/dev/null', folder, 'new');
    expect(lstatSync('/dev/null').isFile()).toBe(false);
  });

  it('leaves the old file and no other when it fails', () => {
    mkdirSync(join(folder, 'report.json'));
    expect(() => writeOutput('report.json', folder, 'new')).toThrow();
    expect(readdirSync(folder)).toEqual(['report.json']);
  });
});

describe('whyNotWritable', () => {
  it('says nothing of a file in a folder that exists', () => {
    expect(whyNotWritable('--output', 'report.json', folder)).toBeNull();
    expect(whyNotWritable('--output', '/dev/null', folder)).toBeNull();
  });

  it('names a folder that does not exist', () => {
    expect(whyNotWritable('--output', 'reports/a.json', folder)).toBe(`The folder of --output does not exist: ${join(folder, 'reports')}. Create it first.`);
  });

  it('names a folder given for a file', () => {
    mkdirSync(join(folder, 'reports'));
    expect(whyNotWritable('--output', 'reports', folder)).toBe('--output names a folder: reports. Name a file in it, such as reports/audit.json.');
  });
});
