import { addPlexHeaders } from '../../codemods/add-plex-headers.ts';
import { runFixtures } from './run-fixtures.ts';

runFixtures(addPlexHeaders);
