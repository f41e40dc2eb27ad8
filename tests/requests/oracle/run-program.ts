import { compileFunction } from 'node:vm';
import ts from 'typescript';

import { createClients } from './clients.ts';
import type { Input, Program } from './program.ts';
import type { WireRequest } from './wire.ts';

/** Runs a program for real, once for each input, and returns what it sent. */
export async function runProgram(program: Program, inputs: readonly Input[]): Promise<readonly WireRequest[]> {
  const sent: WireRequest[] = [];
  const compiled = new Map([...program.files].map(([name, text]) => [name, transpile(text)]));
  for (const input of inputs) {
    const clients = createClients((request) => { sent.push(request); });
    const modules = new Map<string, { exports: Record<string, unknown> }>();
    const load = (specifier: string): unknown => {
      const file = specifier.replace(/^\.\//, '');
      const code = compiled.get(file);
      if (code === undefined) return clients.packages[specifier];
      const known = modules.get(file);
      if (known !== undefined) return known.exports;
      const module = { exports: {} };
      modules.set(file, module);
      const body = compileFunction(code, ['exports', 'require', 'module', 'fetch'], { filename: file }) as (...args: unknown[]) => void;
      body(module.exports, load, module, clients.fetch);
      return module.exports;
    };
    const { run } = load('./main.ts') as { run: (input: Input) => Promise<unknown> };
    await run(input);
  }
  return sent;
}

function transpile(text: string): string {
  return ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
  }).outputText;
}
