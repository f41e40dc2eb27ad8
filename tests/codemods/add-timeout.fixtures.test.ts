import { addTimeout } from '../../codemods/add-timeout.ts';
import { runFixtures } from './run-fixtures.ts';

runFixtures(addTimeout);
