import type { TSESTree } from '@typescript-eslint/types';

import type { Place } from './request-site.ts';
import type { SourceModule } from './source-module.ts';
import type { Scope } from './scope.ts';
import type { State } from './state.ts';
import type { Frame, Send } from './send.ts';
import type { ClassInfo, ClassNode, FrameNode, FunctionNode, FunctionValue, Value } from './value.ts';
import { walk } from './walk.ts';

/** What `import { name } from source` or `export { name } from source` asks for; `*` is the namespace. */
export interface ImportedName { readonly source: string; readonly name: string }

/** What a module offers under a name: a local variable, an expression, or something of another module. */
export type ExportTarget =
  | { readonly kind: 'local'; readonly name: string }
  | { readonly kind: 'expression'; readonly node: TSESTree.Expression }
  | { readonly kind: 'from'; readonly imported: ImportedName };

/** A module with what one look over its tree tells: imports, exports, and who assigns what. */
export interface ProjectModule {
  readonly source: SourceModule;
  readonly file: string;
  /** The variables of the module. */
  readonly scope: Scope;
  readonly imports: ReadonlyMap<string, ImportedName>;
  readonly exports: ReadonlyMap<string, ExportTarget>;
  /** Sources of `export * from`. */
  readonly stars: readonly string[];
  /** Module-level names that a function assigns -> the outermost functions that do. */
  readonly assignedIn: ReadonlyMap<string, ReadonlySet<FunctionNode>>;
  /** Names behind `new` -> the expressions, each with the outermost function (or the program) that it is written in. */
  readonly constructedIn: ReadonlyMap<string, ReadonlyMap<TSESTree.NewExpression, FrameNode>>;
  /** Module-level names that a top-level statement other than a declaration mentions: it may change them. */
  readonly touched: ReadonlySet<string>;
  readonly types: ReadonlyMap<string, TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeAliasDeclaration>;
  readonly classes: readonly ClassNode[];
  /** Functions by the variable, property or method name they are written under. */
  readonly names: ReadonlyMap<FunctionNode, string>;
  readonly classNames: ReadonlyMap<ClassNode, string>;
  readonly isCommonJs: boolean;
  /** `run`: the top-level statements have been executed. */
  status: 'new' | 'running' | 'run';
  /** `module.exports`, once the module has run. */
  commonJs: Value | null;
  /** Where the variables of a module live that nobody imports: the tree a linter hands over. null: with all others. */
  ownState: State | null;
  declared: boolean;
  /** Values of exported expressions. */
  readonly values: Map<string, Value>;
  /** Requests sent while the module is loaded. */
  readonly sends: Send[];
  /** Functions and classes made at the top level: each is looked at by itself. */
  readonly made: Set<FunctionValue | ClassInfo>;
  /** Of these, the closures that calls at the top level made and that were not called, with those calls. */
  readonly escaped: Map<FunctionValue, readonly Frame[]>;
}

export function isFunctionNode(node: TSESTree.Node): node is FunctionNode {
  return node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression';
}

export function placeOf(module: ProjectModule, node: TSESTree.Node): Place {
  return { file: module.file, start: node.range[0], end: node.range[1] };
}

/** Reads a module's imports, exports and assignments. Executes nothing. */
export function readModule(source: SourceModule): ProjectModule {
  const imports = new Map<string, ImportedName>();
  const exports = new Map<string, ExportTarget>();
  const stars: string[] = [];
  const touched = new Set<string>();
  const types = new Map<string, TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeAliasDeclaration>();

  const declarations: TSESTree.VariableDeclarator[] = [];

  for (const statement of source.program.body) readStatement(statement);
  // what is made of a variable may be another name of it: to touch the one is to touch the other
  for (const { id, init } of declarations.reverse()) if (init !== null && patternNames(id).some((name) => touched.has(name))) touch(init);

  const assignedIn = new Map<string, Set<FunctionNode>>();
  const classes: ClassNode[] = [];
  const names = new Map<FunctionNode, string>();
  const classNames = new Map<ClassNode, string>();
  const constructedIn = new Map<string, Map<TSESTree.NewExpression, FrameNode>>();
  let isCommonJs = false;
  walk(source.program, (node, ancestors) => {
    if (node.type === 'ClassDeclaration' || node.type === 'ClassExpression') classes.push(node);
    if (node.type === 'VariableDeclarator' && node.init?.type === 'ClassExpression' && node.id.type === 'Identifier') classNames.set(node.init, node.id.name);
    if (node.type === 'NewExpression') {
      const made = node.callee.type === 'MemberExpression' ? node.callee.property : node.callee;
      if (made.type === 'Identifier') constructedIn.set(made.name, (constructedIn.get(made.name) ?? new Map<TSESTree.NewExpression, FrameNode>()).set(node, ancestors.find(isFunctionNode) ?? source.program));
    }
    const name = writtenName(node);
    if (name !== null) names.set(name.fn, name.name);
    if (node.type === 'AssignmentExpression' || node.type === 'UpdateExpression') {
      const left = node.type === 'AssignmentExpression' ? node.left : node.argument;
      const outermost = ancestors.find(isFunctionNode);
      if (outermost !== undefined) for (const name of assignedNames(left)) add(assignedIn, name, outermost);
      if (left.type === 'MemberExpression' && /^(module\.exports|exports\.|module\.exports\.)/.test(source.text.slice(left.range[0], left.range[0] + 16))) isCommonJs = true;
    }
  });

  const module: ProjectModule = {
    source, file: source.file, scope: null as unknown as Scope, imports, exports, stars, assignedIn, constructedIn, touched, types, classes, names, classNames, isCommonJs, status: 'new', commonJs: null, ownState: null, declared: false, values: new Map(), sends: [], made: new Set(), escaped: new Map(),
  };
  (module as { scope: Scope }).scope = { parent: null, cells: new Map(), module, activation: null };
  return module;

  function readStatement(statement: TSESTree.ProgramStatement): void {
    switch (statement.type) {
      case 'ImportDeclaration':
        for (const specifier of statement.specifiers) {
          const name = specifier.type === 'ImportSpecifier' ? nameOf(specifier.imported) : specifier.type === 'ImportDefaultSpecifier' ? 'default' : '*';
          imports.set(specifier.local.name, { source: statement.source.value, name });
        }
        break;
      case 'ExportNamedDeclaration':
        for (const specifier of statement.specifiers) {
          const local = nameOf(specifier.local);
          exports.set(nameOf(specifier.exported), statement.source === null ? { kind: 'local', name: local } : { kind: 'from', imported: { source: statement.source.value, name: local } });
        }
        if (statement.declaration !== null) {
          if (statement.declaration.type === 'VariableDeclaration') declarations.push(...statement.declaration.declarations);
          for (const name of declaredNames(statement.declaration)) exports.set(name, { kind: 'local', name });
          readType(statement.declaration);
        }
        break;
      case 'ExportDefaultDeclaration': {
        const { declaration } = statement;
        if ((declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration') && declaration.id !== null) exports.set('default', { kind: 'local', name: declaration.id.name });
        else if (declaration.type === 'Identifier') exports.set('default', { kind: 'local', name: declaration.name });
        else if (isExpression(declaration)) exports.set('default', { kind: 'expression', node: declaration });
        break;
      }
      case 'ExportAllDeclaration':
        if (statement.exported === null) stars.push(statement.source.value);
        else exports.set(nameOf(statement.exported), { kind: 'from', imported: { source: statement.source.value, name: '*' } });
        break;
      case 'TSExportAssignment': exports.set('default', { kind: 'expression', node: statement.expression }); break;
      case 'TSImportEqualsDeclaration':
        if (statement.moduleReference.type === 'TSExternalModuleReference') {
          imports.set(statement.id.name, { source: statement.moduleReference.expression.value, name: '*' });
        }
        break;
      case 'VariableDeclaration': declarations.push(...statement.declarations); break;
      case 'FunctionDeclaration': case 'ClassDeclaration': case 'TSEnumDeclaration': case 'TSModuleDeclaration': break;
      case 'TSInterfaceDeclaration': case 'TSTypeAliasDeclaration': readType(statement); break;
      default: touch(statement);
    }
  }

  function touch(root: TSESTree.Node): void {
    walk(root, (node) => {
      if (node.type === 'Identifier') touched.add(node.name);
    });
  }

  function readType(node: TSESTree.Node): void {
    if (node.type === 'TSInterfaceDeclaration' || node.type === 'TSTypeAliasDeclaration') types.set(node.id.name, node);
  }
}

function isExpression(node: TSESTree.Node): node is TSESTree.Expression {
  return !node.type.endsWith('Declaration') || node.type === ('FunctionDeclaration' as string) || node.type === ('ClassDeclaration' as string);
}

function nameOf(node: TSESTree.Identifier | TSESTree.StringLiteral | TSESTree.Literal): string {
  return node.type === 'Identifier' ? node.name : String(node.value);
}

/** The name that a key is written as: `name`, `'name'`, `#name`; null for others. */
export function keyText(key: TSESTree.Node): string | null {
  switch (key.type) {
    case 'Identifier': return key.name;
    case 'PrivateIdentifier': return `#${key.name}`;
    case 'Literal': return String(key.value);
    default: return null;
  }
}

/** The names that a declaration brings in. */
function declaredNames(node: TSESTree.Node): readonly string[] {
  switch (node.type) {
    case 'VariableDeclaration': return node.declarations.flatMap(({ id }) => patternNames(id));
    case 'FunctionDeclaration': case 'ClassDeclaration': case 'TSDeclareFunction': return node.id === null ? [] : [node.id.name];
    case 'TSEnumDeclaration': return [node.id.name];
    case 'TSModuleDeclaration': return node.id.type === 'Identifier' ? [node.id.name] : [];
    default: return [];
  }
}

/** The variables that a pattern binds. */
export function patternNames(node: TSESTree.Node): readonly string[] {
  switch (node.type) {
    case 'Identifier': return [node.name];
    case 'ObjectPattern': return node.properties.flatMap((property) => patternNames(property.type === 'Property' ? property.value : property.argument));
    case 'ArrayPattern': return node.elements.flatMap((element) => (element === null ? [] : patternNames(element)));
    case 'AssignmentPattern': return patternNames(node.left);
    case 'RestElement': return patternNames(node.argument);
    case 'TSParameterProperty': return patternNames(node.parameter);
    default: return [];
  }
}

/** The name that a declaration, property or assignment gives to the function on its right. */
function writtenName(node: TSESTree.Node): { fn: FunctionNode; name: string } | null {
  switch (node.type) {
    case 'VariableDeclarator': return node.id.type === 'Identifier' && node.init !== null ? named(node.init, node.id.name) : null;
    case 'MethodDefinition': case 'PropertyDefinition': case 'Property': {
      const name = keyText(node.key);
      return name === null || node.value === null ? null : named(node.value, name);
    }
    case 'AssignmentExpression': return node.left.type === 'Identifier' ? named(node.right, node.left.name) : node.left.type === 'MemberExpression' && node.left.property.type === 'Identifier' ? named(node.right, node.left.property.name) : null;
    default: return null;
  }
}

function named(value: TSESTree.Node, name: string): { fn: FunctionNode; name: string } | null {
  if (isFunctionNode(value)) return { fn: value, name };
  // `const load = useCallback(() => …)`, `const load = memoize(async () => …)`
  if (value.type === 'CallExpression' && value.arguments[0] !== undefined && isFunctionNode(value.arguments[0])) return { fn: value.arguments[0], name };
  return null;
}

/** Variables assigned by the left side of an assignment; `this.x` counts as `this.x`. */
function assignedNames(left: TSESTree.Node): readonly string[] {
  if (left.type === 'MemberExpression') {
    if (left.object.type === 'ThisExpression') {
      if (left.property.type === 'Identifier' && !left.computed) return [`this.${left.property.name}`];
      if (left.property.type === 'PrivateIdentifier') return [`this.#${left.property.name}`];
    }
    return [];
  }
  return patternNames(left);
}

function add(map: Map<string, Set<FunctionNode>>, name: string, node: FunctionNode): void {
  const set = map.get(name);
  if (set === undefined) map.set(name, new Set([node]));
  else set.add(node);
}
