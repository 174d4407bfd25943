import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Marks what the commands `new-…` cannot know. In two pieces, so that this file does not hold it. */
export const toWrite = ['TO WRITE', ':'].join('');

/** The files of authors in which something marked is still to be written. */
export function unwritten(root: string): string[] {
  return ['catalogue', 'changes', 'checks', 'src', 'tests']
    .filter((part) => existsSync(join(root, part)))
    .flatMap((part) =>
      readdirSync(join(root, part), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.(ts|csv|md)$/.test(file))
        .map((file) => join(part, file))
        .filter((file) => readFileSync(join(root, file), 'utf8').includes(`${toWrite} `)),
    );
}
