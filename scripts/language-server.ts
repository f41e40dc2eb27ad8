import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** A place in a document, 0-based, as the protocol counts. */
interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Diagnostic {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly code?: string | number;
  readonly message: string;
  readonly severity?: number;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface TextEdit {
  readonly range: { readonly start: Position; readonly end: Position };
  readonly newText: string;
}

/** The ESLint language server, driven over its standard streams as an editor drives it. */
export interface LanguageServer {
  readonly open: (file: string, text: string) => void;
  readonly change: (file: string, text: string) => void;
  /** Tells the server that a file changed on the disk; resolves when it has asked for diagnostics to be pulled again. */
  readonly changedOnDisk: (file: string) => Promise<void>;
  /** What is shown for a file now, in the order of the text. */
  readonly pull: (file: string) => Promise<readonly Diagnostic[]>;
  /** Runs the quick fix with this title, and returns the text after the edit that the server sends. */
  readonly fix: (file: string, diagnostic: Diagnostic, title: RegExp) => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** What the server asks an editor for; the names are those of the editor's extension. */
const CONFIGURATION = {
  validate: 'on',
  run: 'onType',
  workingDirectory: { mode: 'location' },
  nodePath: null,
  experimental: {},
  rulesCustomizations: [],
  problems: { shortenToSingleLine: false },
  codeAction: { disableRuleComment: { enable: true, location: 'separateLine' }, showDocumentation: { enable: true } },
  codeActionOnSave: { mode: 'all' },
  format: false,
  quiet: false,
  onIgnoredFiles: 'off',
  options: {},
};

/** Starts the server in a workspace. */
export async function startLanguageServer(workspace: string): Promise<LanguageServer> {
  const bin = path.resolve('node_modules/vscode-langservers-extracted/bin/vscode-eslint-language-server');
  const server = spawn(process.execPath, [bin, '--stdio'], { cwd: workspace, stdio: ['pipe', 'pipe', 'ignore'] });
  const uri = (file: string): string => pathToFileURL(path.join(workspace, file)).href;
  const texts = new Map<string, string>();
  const versions = new Map<string, number>();
  const waiting = new Map<number, (message: Message) => void>();
  let edited: ((file: string) => void) | null = null;
  let refresh: (() => void) | null = null;
  let nextId = 1;

  const send = (message: object): void => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    server.stdin.write(`Content-Length: ${String(Buffer.byteLength(body))}\r\n\r\n${body}`);
  };
  const request = async (method: string, params: unknown): Promise<unknown> => {
    const id = nextId++;
    const answer = await new Promise<Message>((resolve) => {
      waiting.set(id, resolve);
      send({ id, method, params });
    });
    if (answer.error !== undefined) throw new Error(`${method}: ${answer.error.message}`);
    return answer.result;
  };
  const answer = ({ id, method, params }: Message): void => {
    let result: unknown = null;
    if (method === 'workspace/configuration') {
      const { items } = params as { readonly items: readonly object[] };
      result = items.map(() => ({ ...CONFIGURATION, workspaceFolder: { uri: pathToFileURL(workspace).href, name: 'workspace' } }));
    }
    if (method === 'workspace/applyEdit') {
      const { edit } = params as { readonly edit: { readonly documentChanges?: readonly { readonly textDocument: { readonly uri: string }; readonly edits: readonly TextEdit[] }[] } };
      for (const { textDocument, edits } of edit.documentChanges ?? []) {
        texts.set(textDocument.uri, applyEdits(texts.get(textDocument.uri) ?? '', edits));
        edited?.(textDocument.uri);
      }
      result = { applied: true };
    }
    if (method === 'workspace/diagnostic/refresh') refresh?.();
    if (id !== undefined) send({ id, result });
  };
  readMessages(server.stdout, (message) => {
    if (message.method !== undefined) answer(message);
    else if (message.id !== undefined) {
      waiting.get(message.id)?.(message);
      waiting.delete(message.id);
    }
  });

  await request('initialize', {
    processId: process.pid,
    rootUri: pathToFileURL(workspace).href,
    workspaceFolders: [{ uri: pathToFileURL(workspace).href, name: 'workspace' }],
    capabilities: {
      workspace: { configuration: true, applyEdit: true, workspaceFolders: true, workspaceEdit: { documentChanges: true }, diagnostics: { refreshSupport: true }, didChangeWatchedFiles: { dynamicRegistration: true } },
      textDocument: { diagnostic: {}, codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } }, synchronization: {} },
    },
  });
  send({ method: 'initialized', params: {} });

  const identify = (file: string): { uri: string; version: number } => ({ uri: uri(file), version: versions.get(uri(file)) ?? 1 });
  return {
    open(file, text) {
      texts.set(uri(file), text);
      versions.set(uri(file), 1);
      send({ method: 'textDocument/didOpen', params: { textDocument: { ...identify(file), languageId: 'javascript', text } } });
    },
    change(file, text) {
      texts.set(uri(file), text);
      versions.set(uri(file), identify(file).version + 1);
      send({ method: 'textDocument/didChange', params: { textDocument: identify(file), contentChanges: [{ text }] } });
    },
    async changedOnDisk(file) {
      const asked = new Promise<void>((resolve) => (refresh = resolve));
      send({ method: 'workspace/didChangeWatchedFiles', params: { changes: [{ uri: uri(file), type: 2 }] } });
      await asked;
    },
    async pull(file) {
      const { items } = (await request('textDocument/diagnostic', { textDocument: { uri: uri(file) } })) as { readonly items: readonly Diagnostic[] };
      return [...items].sort((a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
    },
    async fix(file, diagnostic, title) {
      const actions = (await request('textDocument/codeAction', {
        textDocument: { uri: uri(file) },
        range: diagnostic.range,
        context: { diagnostics: [diagnostic], only: ['quickfix'] },
      })) as readonly { readonly title: string; readonly command?: { readonly command: string; readonly arguments?: readonly unknown[] } }[];
      const command = actions.find((action) => title.test(action.title))?.command;
      if (command === undefined) throw new Error(`There is no ${String(title)} among: ${actions.map((action) => action.title).join(', ')}`);
      const applied = new Promise<string>((resolve) => (edited = resolve));
      await request('workspace/executeCommand', { command: command.command, arguments: command.arguments });
      return texts.get(await applied) ?? '';
    },
    async stop() {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill();
      await ended;
    },
  };
}

function readMessages(stream: NodeJS.ReadableStream, onMessage: (message: Message) => void): void {
  let buffer = Buffer.alloc(0);
  stream.on('data', (chunk: Buffer) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const header = /^(?:[^\r\n]+\r\n)*?Content-Length: (\d+)\r\n(?:[^\r\n]+\r\n)*\r\n/i.exec(buffer.toString('latin1'));
      if (header === null) return;
      const end = header[0].length + Number(header[1]);
      if (buffer.length < end) return;
      const body = buffer.subarray(header[0].length, end).toString('utf8');
      buffer = buffer.subarray(end);
      onMessage(JSON.parse(body) as Message);
    }
  });
}

function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const starts = [0];
  for (const { index } of text.matchAll(/\n/g)) starts.push(index + 1);
  const offset = ({ line, character }: Position): number => (starts[line] ?? text.length) + character;
  const sorted = [...edits].sort((a, b) => offset(b.range.start) - offset(a.range.start));
  return sorted.reduce((current, { range, newText }) => current.slice(0, offset(range.start)) + newText + current.slice(offset(range.end)), text);
}
