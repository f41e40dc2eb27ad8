import { addPagination } from '../../codemods/add-pagination.ts';
import { runFixtures } from './run-fixtures.ts';

runFixtures(addPagination);
