import { addRetry } from '../../codemods/add-retry.ts';
import { runFixtures } from './run-fixtures.ts';

runFixtures(addRetry);
