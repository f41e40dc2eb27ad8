import { moveTokenToHeader } from '../../codemods/move-token-to-header.ts';
import { runFixtures } from './run-fixtures.ts';

runFixtures(moveTokenToHeader);
