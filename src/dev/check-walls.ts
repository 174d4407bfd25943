import { join } from 'node:path';
import { codeOf, throughWalls } from './walls.ts';

/** Says which imports go through a wall between rooms, and exits 1 when one does. */
const found = throughWalls(codeOf(join(import.meta.dirname, '../..')));
for (const each of found) console.error(each);
if (found.length > 0) process.exitCode = 1;
