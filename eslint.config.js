import { defineConfig } from 'eslint/config';
import eslintPlugin from 'eslint-plugin-eslint-plugin';
import tseslint from 'typescript-eslint';

const FOLDERS = ['rules', 'codemods', 'spec', 'requests', 'modules', 'audit', 'scripts', 'tests'];

/** Which of our folders a folder may import from; see "Folders" in CONTRIBUTING.md. */
const MAY_IMPORT = {
  spec: [],
  requests: [],
  modules: [],
  rules: ['requests', 'spec', 'modules'],
  codemods: ['rules', 'requests', 'spec', 'modules'],
  audit: ['codemods', 'rules', 'requests', 'spec', 'modules'],
};

/** Packages whose types are free and whose code is heavy, or is not ours to load: types only. */
const TYPES_ONLY = {
  regex: '^(@typescript-eslint/|openapi-types|typescript$|eslint$|jscodeshift)',
  allowTypeImports: true,
  message: 'Import its types only: at run time it costs start-up time in every editor, or is not installed.',
};

/** What a folder may not import beside other folders. */
const MORE = {
  spec: [
    { regex: '^(eslint|jscodeshift|oxc-)', message: 'spec/ knows descriptions and nothing of the tools that use them.' },
    TYPES_ONLY,
  ],
  requests: [
    { regex: '^(eslint|jscodeshift|oxc-)', message: 'requests/ works on a syntax tree handed to it.' },
    { regex: '^(node:)?(fs|fs/promises|path|module|child_process|worker_threads)$', message: 'requests/ never touches the disk: ask the module loader.' },
    TYPES_ONLY,
  ],
  modules: [{ regex: '(^|/)requests/', allowTypeImports: true, message: 'modules/ imports types of requests/, no code.' }, TYPES_ONLY],
  rules: [TYPES_ONLY, { regex: '^(node:)?(fs|fs/promises)$', message: 'Source files are read in modules/, descriptions in spec/.' }],
  codemods: [TYPES_ONLY],
  audit: [{ ...TYPES_ONLY, regex: '^(@typescript-eslint/|openapi-types|typescript$|jscodeshift)' }],
};

const layers = Object.keys(MAY_IMPORT).map((folder) => {
  const forbidden = FOLDERS.filter(
    (other) => other !== folder && !MAY_IMPORT[folder].includes(other) && !(folder === 'modules' && other === 'requests'),
  );
  return {
    files: [`${folder}/**/*.ts`],
    rules: {
      'no-restricted-imports': ['error', {
        patterns: [
          { regex: `^\\.\\.?/(\\.\\./)*(${forbidden.join('|')})/`, message: `${folder}/ does not import from there: imports run one way (CONTRIBUTING.md, "Folders").` },
          ...MORE[folder],
        ],
      }],
    },
  };
});

export default defineConfig(
  { ignores: ['dist/', 'coverage/', 'examples/', 'tests/fixtures/', '**/fixtures/', 'tests/codemods/**/input/', 'tests/codemods/**/expected/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-param-reassign': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'max-lines': ['error', 330],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: true }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      // Node types are compared with words: their enum would have to be loaded at run time.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
    },
  },
  ...layers,
  {
    files: ['rules/**/*.ts'],
    extends: [eslintPlugin.configs['all-type-checked']],
    rules: {
      // define-rule.ts adds the address of the documentation; the presets' levels are words.
      'eslint-plugin/require-meta-docs-url': 'off',
      'eslint-plugin/require-meta-languages': 'off',
      'eslint-plugin/require-meta-docs-description': ['error', { pattern: '^(Disallow|Require|Enforce|Prefer) .*[^.]$' }],
      'eslint-plugin/require-meta-docs-recommended': ['error', { allowNonBoolean: true }],
      'eslint-plugin/report-message-format': ['error', '^[A-Z{].*[.?}]$'],
    },
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      'max-lines': ['error', 400],
    },
  },
  { files: ['audit/**/*.ts', 'scripts/**'], rules: { 'no-console': 'off' } },
  { files: ['**/*.js', '**/*.mjs'], extends: [tseslint.configs.disableTypeChecked] },
);
