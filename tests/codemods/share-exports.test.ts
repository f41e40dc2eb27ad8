import { describe, expect, it } from 'vitest';
import { applyPlans } from '../../codemods/apply-plans.ts';
import { shareExports, sharedName } from '../../codemods/share-exports.ts';
import { shareModule } from '../../codemods/shared-module.ts';
import { fileOf, memoryProject } from './memory-project.ts';
import type { SharedExport } from '../../codemods/share-exports.ts';
import type { Files } from '../requests/memory-loader.ts';

const WAIT: SharedExport = {
  name: 'wait',
  code: "// Says 'later'.\nconst UNIT = 'ms';\n\nfunction wait(time) {\n  return delay(time, { unit: UNIT, why: 'rest' });\n}",
  uses: [{ name: 'setTimeout', local: 'delay', package: 'node:timers/promises' }],
};

/** The text of the shared module after the change, and what the user has to import. */
function share(files: Files, user: string, given?: string): { readonly text: string | undefined; readonly local: string } | null {
  const project = memoryProject({ 'package.json': '{}', ...files });
  const file = fileOf(project, user);
  const module = shareModule(project, { name: 'wait', given, users: [file] })(file);
  if (typeof module === 'string') throw new Error(module);
  const sharing = shareExports(project, module, [WAIT]);
  if (sharing === null) return null;
  const change = { kind: 'change' as const, requests: [], place: { file: file.file, start: 0, end: 0 }, what: '', packages: {}, ...sharing };
  return { text: applyPlans(project, [change]).texts.get(module.file), local: sharedName(project, file, module, 'wait').local };
}

describe('what a shared module is written like', () => {
  it('a module, as the file that uses it', () => {
    expect(share({ 'a.ts': 'import { x } from "./x"\n\nif (x) {\n\tx()\n}\n' }, 'a.ts')?.text).toBe(
      'import { setTimeout as delay } from "node:timers/promises"\n\n// Says \'later\'.\nconst UNIT = "ms"\n\nexport function wait(time) {\n\treturn delay(time, { unit: UNIT, why: "rest" })\n}\n',
    );
  });

  it('CommonJS, with its line ends', () => {
    expect(share({ 'a.js': "const x = require('./x');\r\nx();\r\n" }, 'a.js')?.text).toBe(
      "const { setTimeout: delay } = require('node:timers/promises');\r\n\r\n// Says 'later'.\r\nconst UNIT = 'ms';\r\n\r\nfunction wait(time) {\r\n  return delay(time, { unit: UNIT, why: 'rest' });\r\n}\r\n\r\nmodule.exports = { wait };\r\n",
    );
  });

  it('behind what stands in the module already', () => {
    const files = { 'a.js': "const { x } = require('./own');\n", 'own.js': "const y = require('y');\n\nmodule.exports = { x: y };\n" };
    expect(share(files, 'a.js', 'own.js')?.text).toBe(
      "const y = require('y');\nconst { setTimeout: delay } = require('node:timers/promises');\n\nmodule.exports = { x: y };\n\n// Says 'later'.\nconst UNIT = 'ms';\n\nfunction wait(time) {\n  return delay(time, { unit: UNIT, why: 'rest' });\n}\n\nmodule.exports.wait = wait;\n",
    );
  });

  it('nothing anew that is exported already, by whatever form', () => {
    for (const own of ['export const wait = 1;', 'export async function wait() {}', 'const w = 1;\nexport { w as wait };', 'exports.wait = 1;', 'module.exports = { wait() {} };']) {
      expect(share({ 'a.js': '', 'own.js': own }, 'a.js', 'own.js')?.text).toBeUndefined();
    }
  });

  it('nothing where the file does not parse', () => {
    expect(share({ 'a.js': '', 'own.js': 'const = 1' }, 'a.js', 'own.js')).toBeNull();
  });
});

describe('the name of what is shared', () => {
  it('is another where the file has the word', () => {
    expect(share({ 'a.js': 'const wait = 1;' }, 'a.js')?.local).toBe('wait2');
  });

  it('is there already in the module itself', () => {
    expect(share({ 'a.js': 'export const b = 1;\n' }, 'a.js', 'a.js')).toEqual({ local: 'wait', text: expect.stringContaining('export function wait(') as string });
  });
});
