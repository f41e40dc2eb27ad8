import tsParser from '@typescript-eslint/parser';
import plexApi from 'eslint-plugin-plex-api';

export default [
  plexApi.configs.all,
  { settings: { 'plex-api': { descriptions: ['./warehouse.yaml'] } } },
  { files: ['**/*.ts'], languageOptions: { parser: tsParser } },
];
