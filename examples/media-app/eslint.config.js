import tsParser from '@typescript-eslint/parser';
import plexApi from 'eslint-plugin-plex-api';

export default [
  plexApi.configs.recommended,
  { files: ['**/*.ts'], languageOptions: { parser: tsParser } },
];
