import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../codemods/apply-plans.ts';
import { createCodemodProject } from '../../codemods/codemod-project.ts';
import { importEdits } from '../../codemods/import-edits.ts';
import { nameFor } from '../../codemods/name-for.ts';
import { createModuleLoader } from '../../modules/create-module-loader.ts';
import { writeProject } from '../modules/write-project.ts';
import type { ImportNeed } from '../../codemods/codemod.ts';

/** The text of a file that has been given a name of `src/http/errors.ts`, or of a package, and what it calls it. */
function give(files: Readonly<Record<string, unknown>>, name: string, from: string, wanted?: string): { text: string; local: string } {
  const root = writeProject({ 'src/http/errors.ts': 'export class HttpError extends Error {}\nexport const limit = 1;\n', ...files });
  const loader = createModuleLoader({ root, watch: false });
  const project = createCodemodProject({ root, whole: true, loader, mayChange: () => true, textOf: (file) => files[file.slice(root.length + 1)] === undefined ? null : JSON.stringify(files[file.slice(root.length + 1)]) });
  const [first = ''] = Object.keys(files);
  const source = project.fileOf(join(root, first));
  if (source === null) throw new Error('The file does not parse.');
  const meant: ImportNeed['from'] = from.startsWith('src/') ? { file: join(root, from) } : { package: from };
  const { local, need } = nameFor(project, source, { name, from: meant }, wanted);
  return { text: applyEdits(source.text, need === null ? [] : importEdits(project, source, [need, need])), local };
}

const ERRORS = 'src/http/errors.ts';

describe('where an import goes', () => {
  it('goes behind the last import, as the file writes imports', () => {
    expect(give({ 'src/a.ts': 'import x from "x"\nimport { y } from "./y.js" // why\n\ny(x)\n' }, 'HttpError', ERRORS).text)
      .toBe('import x from "x"\nimport { y } from "./y.js" // why\nimport { HttpError } from "./http/errors.js"\n\ny(x)\n');
  });

  it('goes where code begins that may need it, not behind what is required later', () => {
    expect(give({ 'src/a.js': "require('dotenv').config();\nconst x = require('x');\n\nconst api = x.create();\n\nconst late = require('./late');\n" }, 'retry', 'again').text)
      .toBe("require('dotenv').config();\nconst x = require('x');\nconst { retry } = require('again');\n\nconst api = x.create();\n\nconst late = require('./late');\n");
  });

  it('takes the ending of absolute names, not that of declarations', () => {
    expect(give({ 'src/a.ts': "import { x } from '/src/x.ts';\n" }, 'HttpError', ERRORS).text).toContain("from './http/errors.ts'");
    expect(give({ 'src/a.ts': "import './x.d.ts';\nimport { y } from './y';\n" }, 'HttpError', ERRORS).text).toContain("from './http/errors'");
  });

  it('goes in its place among packages, or files, that stand in alphabetical order', () => {
    const sorted = "import axios from 'axios';\nimport limit from 'axios-limit';\nimport type Cache from 'node-cache';\nimport { b } from './b';\nimport { z } from './z';\n";
    expect(give({ 'src/a.ts': sorted }, 'default', 'axios-retry', 'axiosRetry').text).toBe(sorted.replace("import type", "import axiosRetry from 'axios-retry';\nimport type"));
    expect(give({ 'src/a.ts': sorted }, 'HttpError', ERRORS).text).toBe(sorted.replace("import { z }", "import { HttpError } from './http/errors';\nimport { z }"));
    const behind = sorted.replace('./b', './y');
    expect(give({ 'src/a.ts': behind }, 'HttpError', ERRORS).text).toBe(behind.replace("import { b }", "import { HttpError } from './http/errors';\nimport { b }"));
  });

  it('goes behind the other packages where files follow, in whatever order they are', () => {
    const text = "import y from 'y';\nimport b from 'b';\n\nimport { x } from './x';\n";
    expect(give({ 'src/a.ts': text }, 'default', 'p-retry', 'pRetry').text).toBe(text.replace("'b';\n", "'b';\nimport pRetry from 'p-retry';\n"));
    const mixed = "import { x } from './x';\nimport b from 'b';\n";
    expect(give({ 'src/a.ts': mixed }, 'default', 'p-retry', 'pRetry').text).toBe(`${mixed}import pRetry from 'p-retry';\n`);
  });

  it('does not go before what is loaded for its effect, nor between a comment and its import', () => {
    const effect = "import a from 'a';\nimport 'dotenv/config';\nimport { z } from './z';\n";
    expect(give({ 'src/a.ts': effect }, 'default', 'b', 'b').text).toBe(`${effect}import b from 'b';\n`);
    const required = "const a = require('a');\nconst z = require('z');\nrequire('dotenv').config();\n\nrun();\n";
    expect(give({ 'src/a.js': required }, 'b', 'b').text).toBe(required.replace('config();\n', "config();\nconst { b } = require('b');\n"));
    const comment = "// the app\nimport x from 'x';\nimport z from 'z';\n";
    expect(give({ 'src/a.ts': comment }, 'default', 'b', 'b').text).toBe(`${comment}import b from 'b';\n`);
  });

  it('goes into an import of the same module', () => {
    expect(give({ 'src/a.ts': "import { limit } from './http/errors';\n" }, 'HttpError', ERRORS).text).toBe("import { limit, HttpError } from './http/errors';\n");
  });

  it('does not go into an import of types', () => {
    expect(give({ 'src/a.ts': "import type { limit } from './http/errors';\n" }, 'HttpError', ERRORS).text)
      .toBe("import type { limit } from './http/errors';\nimport { HttpError } from './http/errors';\n");
  });

  it('goes before the first statement where there is no import, behind the comment of the file', () => {
    expect(give({ 'src/a.mjs': '#!/usr/bin/env node\n// What it is.\nrun();\n' }, 'default', 'p-retry', 'pRetry').text)
      .toBe("#!/usr/bin/env node\n// What it is.\nimport pRetry from 'p-retry';\n\nrun();\n");
  });

  it('goes behind directives', () => {
    expect(give({ 'src/a.tsx': "'use client';\nrun();\n" }, 'HttpError', ERRORS).text).toBe("'use client';\n\nimport { HttpError } from './http/errors';\nrun();\n");
  });

  it('keeps CRLF', () => {
    expect(give({ 'src/a.ts': "import x from 'x';\r\nx();\r\n" }, 'HttpError', ERRORS).text).toBe("import x from 'x';\r\nimport { HttpError } from './http/errors';\r\nx();\r\n");
  });

  it('is a require in CommonJS', () => {
    expect(give({ 'src/a.js': "const x = require('x');\nmodule.exports = x;\n" }, 'default', 'axios-retry', 'axiosRetry').text)
      .toBe("const x = require('x');\nconst axiosRetry = require('axios-retry').default;\nmodule.exports = x;\n");
  });
});

describe('how a module is named', () => {
  it('has the extension that other imports of the file write', () => {
    expect(give({ 'src/deep/a.ts': "import { y } from '../y.ts';\n" }, 'HttpError', ERRORS).text).toContain("from '../http/errors.ts'");
  });

  it('has the alias that the file uses for what is above it', () => {
    const files = { 'src/deep/a.ts': "import { limit } from '@/http/limit';\nimport { y } from './y';\n", 'src/http/limit.ts': 'export const limit = 1;\n', 'tsconfig.json': { compilerOptions: { paths: { '@/*': ['./src/*'] } } } };
    expect(give(files, 'HttpError', ERRORS).text).toContain("from '@/http/errors';");
  });

  it('is relative where the file names files above it so', () => {
    const files = { 'src/deep/a.ts': "import { limit } from '@/http/limit';\nimport { y } from '../y';\n", 'src/http/limit.ts': 'export const limit = 1;\n', 'tsconfig.json': { compilerOptions: { paths: { '@/*': ['./src/*'] } } } };
    expect(give(files, 'HttpError', ERRORS).text).toContain("from '../http/errors';");
  });

  it('has the extension of the output where TypeScript asks for one', () => {
    expect(give({ 'src/a.ts': 'run();\n', 'tsconfig.json': { compilerOptions: { module: 'NodeNext' } } }, 'HttpError', ERRORS).text).toContain("from './http/errors.js'");
  });
});

describe('what a name is called', () => {
  it('is called what the file calls it already', () => {
    const code = "import { HttpError as Failure } from './http/errors';\n";
    expect(give({ 'src/a.ts': code }, 'HttpError', ERRORS)).toEqual({ text: code, local: 'Failure' });
  });

  it('does not count an import of its type alone', () => {
    expect(give({ 'src/a.ts': "import type { HttpError } from './http/errors';\n" }, 'HttpError', ERRORS).local).toBe('HttpError2');
  });

  it('is another one where the file has the word for something else', () => {
    expect(give({ 'src/a.ts': 'class HttpError {}\nnew HttpError();\n' }, 'HttpError', ERRORS))
      .toEqual({ text: "import { HttpError as HttpError2 } from './http/errors';\n\nclass HttpError {}\nnew HttpError();\n", local: 'HttpError2' });
  });

  it('is what a require has taken out of the module', () => {
    const code = "const { HttpError } = require('./http/errors');\n";
    expect(give({ 'src/a.js': code }, 'HttpError', ERRORS)).toEqual({ text: code, local: 'HttpError' });
  });
});
