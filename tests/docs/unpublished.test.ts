import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../src/stand-in/root.ts';

const { name } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { name: string };

/** What people copy their commands from. */
const places = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'action.yml', 'docs', 'ci', 'src/cli'];
const files = places.flatMap((place) =>
  /\.\w+$/.test(place)
    ? [place]
    : readdirSync(path.join(root, place), { recursive: true, encoding: 'utf8', withFileTypes: true })
        .filter((entry) => entry.isFile() && !/\.(?:html|pdf|png|svg)$/.test(entry.name))
        .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name))),
);

/** Lines that fetch the package by its name: not a tarball of it, nor a look at what the registry says. */
const fetching = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => new RegExp(`\\b(?:npm (?:i|install|exec|x)|npx|yarn (?:add|dlx)|pnpm (?:add|dlx))\\b`).test(line))
    .filter((line) => new RegExp(`(?<![\\w./-])${name}(?![\\w/.-])`).test(line));

it('nothing says to install what is not published', () => {
  expect(files.length).toBeGreaterThan(50);
  expect(
    files.flatMap((file) =>
      fetching(readFileSync(path.join(root, file), 'utf8')).map((line) => `${file}: ${line.trim()}`),
    ),
  ).toEqual([]);
});

it('is seen where it is said', () => {
  for (const command of [`npm i -g ${name}`, `npx ${name} --demo`, `npm install --silent ${name}@0.1.0`])
    expect(fetching(command)).toEqual([command]);
  expect(fetching(`npm i -g ./${name}-0.1.0.tgz`)).toEqual([]);
});
