import type { TSESTree } from '@typescript-eslint/utils';

/** An element of markup that holds statements, as a parser of components makes it of `<script>`. */
interface ScriptElement {
  readonly body: readonly TSESTree.ProgramStatement[];
}

/** The program with the statements of its script elements at the top, which is where Vue's parser puts them by itself. */
export function scriptOf(program: TSESTree.Program): TSESTree.Program {
  const nodes: readonly unknown[] = program.body;
  if (!nodes.some(isScriptElement)) return program;
  return { ...program, body: program.body.flatMap((node: unknown) => (isScriptElement(node) ? node.body : [node as TSESTree.ProgramStatement])) };
}

function isScriptElement(node: unknown): node is ScriptElement {
  return typeof node === 'object' && node !== null && 'type' in node && String(node.type).endsWith('ScriptElement') && 'body' in node && Array.isArray(node.body);
}
