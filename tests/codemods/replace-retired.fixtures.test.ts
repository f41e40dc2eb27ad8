import { replaceRetired } from '../../codemods/replace-retired.ts';
import { runFixtures } from './run-fixtures.ts';

runFixtures(replaceRetired);
