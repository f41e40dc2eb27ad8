import { walk } from '../requests/walk.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceModule } from '../requests/source-module.ts';
import type { ExplainedLine } from './explain-line.ts';
import type { PlaceLocator } from './locate-places.ts';
import type { AuditedProject } from './run-audit.ts';

/** Why a line has no request: a sentence for each call on it, and one for the file where nothing in it speaks of an API. */
export function explainCalls(project: AuditedProject, { file, line }: ExplainedLine, locator: PlaceLocator): readonly string[] {
  const text = project.read(file);
  if (text === null) return ['The file cannot be read.'];
  const parsed = project.parse(file, text);
  if ('message' in parsed) return [`The file does not parse: ${parsed.message} (line ${String(parsed.line)}).`];

  const calls = callsOn(parsed, line, locator);
  return [
    ...(calls.length === 0 ? ['No call begins on this line.'] : [...new Set(calls.map((call) => explainCall(project, parsed, call, locator)))]),
    ...(project.hasClue(text, file) ? [] : ['Nothing in the file speaks of a described API, so that rules and the report do not look at it. A comment such as // plex-api: plex-media-server at the client makes them look.']),
  ];
}

function callsOn({ file, program }: SourceModule, line: number, locator: PlaceLocator): readonly TSESTree.Node[] {
  const calls: TSESTree.Node[] = [];
  walk(program, (node) => {
    const isCall = node.type === 'CallExpression' || node.type === 'NewExpression' || node.type === 'JSXOpeningElement' || node.type === 'TaggedTemplateExpression';
    if (isCall && locator.positionOf(file, node.range[0]).line === line) calls.push(node);
  });
  return calls;
}

function explainCall(project: AuditedProject, module: SourceModule, node: TSESTree.Node, locator: PlaceLocator): string {
  const callee = calleeOf(node);
  const name = callee === null ? 'The call' : module.text.slice(callee.range[0], callee.range[1]).replace(/\s+/g, '').slice(0, 60);
  const root = callee === null ? null : rootOf(callee);
  const source = root === null ? null : sourceOf(module, root);
  if (source === null) return `${name} is not known to send a request: it is no client that is known, and no function that is seen to reach one with a path.`;

  const imported = project.resolve(source, module.file);
  if (imported !== null) return `${name} comes from ${locator.nameOf(imported)}, and no request is seen to go through it from here.`;
  if (/^[./]/.test(source)) return `${name} comes from '${source}', which is not found.`;
  return `${name} comes from the package '${source}', which is no client that is known and is not read. If it sends requests, declare it in settings['plex-api'].clients, or name it in .packages to have it read.`;
}

function calleeOf(node: TSESTree.Node): TSESTree.Node | null {
  switch (node.type) {
    case 'CallExpression': case 'NewExpression': return node.callee;
    case 'JSXOpeningElement': return node.name;
    case 'TaggedTemplateExpression': return node.tag;
    default: return null;
  }
}

/** The name that a chain of members and calls begins with; null where it begins with something else. */
function rootOf(node: TSESTree.Node): string | null {
  switch (node.type) {
    case 'Identifier': case 'JSXIdentifier': return node.name;
    case 'MemberExpression': case 'JSXMemberExpression': return rootOf(node.object);
    case 'CallExpression': return rootOf(node.callee);
    case 'AwaitExpression': return rootOf(node.argument);
    case 'ChainExpression': case 'TSNonNullExpression': case 'TSAsExpression': return rootOf(node.expression);
    default: return null;
  }
}

/** What a name is imported or required from; null for a name of the module's own. */
function sourceOf({ program }: SourceModule, name: string): string | null {
  for (const statement of program.body) {
    if (statement.type === 'ImportDeclaration' && statement.specifiers.some(({ local }) => local.name === name)) return statement.source.value;
    if (statement.type !== 'VariableDeclaration') continue;
    for (const { id, init } of statement.declarations) {
      const [argument] = init?.type === 'CallExpression' && init.callee.type === 'Identifier' && init.callee.name === 'require' ? init.arguments : [];
      if (id.type === 'Identifier' && id.name === name && argument?.type === 'Literal' && typeof argument.value === 'string') return argument.value;
    }
  }
  return null;
}
