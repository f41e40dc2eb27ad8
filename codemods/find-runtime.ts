import { builtinModules } from 'node:module';
import { moduleKind, packageOf } from './module-kind.ts';
import type { CodemodProject } from './codemod.ts';
import type { EditedFile } from '../rules/editable.ts';

/** Where code runs, as far as an edit has to know: what it can keep a value in, and find out of its device. */
export type Runtime = 'node' | 'browser';

const BROWSER_PACKAGES = ['react-dom', 'vue', 'svelte', '@angular/core', 'preact', 'solid-js', 'lit', 'jquery', 'alpinejs'];
const NODE_PACKAGES = ['express', 'fastify', 'koa', '@nestjs/core', 'hono', 'discord.js', 'commander', 'yargs', 'homebridge', 'homey', 'node-cron', 'dotenv', 'got', 'winston', 'ws'];
/** Files of one package that run on both sides, or on another. */
const MIXED_PACKAGES = ['next', 'nuxt', 'nuxt3', '@sveltejs/kit', '@remix-run/react', '@tanstack/react-start', 'astro', 'electron', '@tauri-apps/api', 'react-native', 'expo', 'wrangler', '@raycast/api', 'obsidian', '@capacitor/core'];

const BUILT_IN = new Set(builtinModules);

/** Where a file surely runs, by what it uses, its folder and its package; null where that is not certain. */
export function findRuntime(project: CodemodProject, file: EditedFile): Runtime | null {
  const byFile = runtimeOfFile(file);
  if (byFile !== null) return byFile === 'both' ? null : byFile;

  const manifest = packageOf(project, file.file);
  const names = packagesOf(manifest);
  const has = (list: readonly string[]): boolean => list.some((name) => names.has(name));
  const byFolder = runtimeOfFolder(file.file);
  if (has(MIXED_PACKAGES)) return byFolder === 'node' ? 'node' : null;

  const isNode = has(NODE_PACKAGES) || manifest?.bin !== undefined;
  const isBrowser = has(BROWSER_PACKAGES);
  if (isNode !== isBrowser) return isNode ? 'node' : 'browser';
  if (isNode) return byFolder;
  return moduleKind(project, file) === 'require' || names.has('@types/node') || /\.[cm][jt]s$/.test(file.file) ? 'node' : null;
}

/** Whether all files of the package that a file belongs to run in the same place, wherever that is. */
export function runsInOnePlace(project: CodemodProject, { file }: EditedFile): boolean {
  const names = packagesOf(packageOf(project, file));
  return ![...BROWSER_PACKAGES, ...MIXED_PACKAGES].some((name) => names.has(name));
}

function packagesOf(manifest: Readonly<Record<string, unknown>> | null): ReadonlySet<string> {
  return new Set([...namesIn(manifest?.dependencies), ...namesIn(manifest?.devDependencies), ...namesIn(manifest?.peerDependencies)]);
}

/** What the file itself uses that only one of them has; `both`: it tells them apart, or is a runtime of another kind. */
function runtimeOfFile({ file, text, program }: EditedFile): Runtime | 'both' | null {
  if (/\bDeno\.|\bBun\.|\bchrome\.\w|\bGM[._]|\btypeof window\b/.test(text)) return 'both';
  const imported = program.body.flatMap((statement) => (statement.type === 'ImportDeclaration' && statement.importKind !== 'type' ? [statement.source.value] : []));
  const required = [...text.matchAll(/\brequire\((['"])([^'"]+)\1\)/g)].map(([, , name = '']) => name);
  if (imported.some((name) => /^(?:https?|jsr|npm):/.test(name))) return 'both';
  const isNode = [...imported, ...required].some((name) => BUILT_IN.has(name.replace(/^node:/, ''))) || /\bprocess\.(?:argv|cwd|exit|on|stdout)\b|\b__dirname\b|^#!|^['"]use server['"]/m.test(text);
  const isBrowser = /\.(?:vue|svelte)$/.test(file) || /\b(?:window|document|localStorage|sessionStorage)\.\w|^['"]use client['"]/m.test(text);
  if (isNode && isBrowser) return 'both';
  return isNode ? 'node' : isBrowser ? 'browser' : null;
}

function runtimeOfFolder(file: string): Runtime | null {
  const isServer = /[\\/](?:server|backend|pages[\\/]api|api|functions)[\\/]|\.server\.[jt]sx?$|[\\/]\+server\.[jt]s$|[\\/]route\.[jt]s$/.test(file);
  const isClient = /[\\/](?:client|frontend|components|hooks)[\\/]/.test(file);
  if (isServer === isClient) return null;
  return isServer ? 'node' : 'browser';
}

function namesIn(value: unknown): readonly string[] {
  return typeof value === 'object' && value !== null ? Object.keys(value) : [];
}
