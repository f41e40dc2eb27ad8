import { addStatusCheck } from '../../codemods/add-status-check.ts';
import { runFixtures } from './run-fixtures.ts';

runFixtures(addStatusCheck);
