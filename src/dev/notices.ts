import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
}

/** The folder of the package a bundled file comes from, or undefined for our own. */
export function packageOf(input: string): string | undefined {
  const at = input.lastIndexOf('node_modules/');
  if (at === -1) return undefined;
  const [first = '', second = ''] = input.slice(at + 'node_modules/'.length).split('/');
  return input.slice(0, at + 'node_modules/'.length) + (first.startsWith('@') ? `${first}/${second}` : first);
}

/**
 * Names, versions, licences and licence texts of everything that is in the bundle.
 * @param inputs the bundled files, relative to the root
 */
export function thirdPartyNotices(root: string, inputs: readonly string[]): string {
  const folders = new Set(inputs.flatMap((input) => packageOf(input) ?? []));
  const packages = [...folders]
    .map((folder) => {
      const manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest;
      const file = readdirSync(join(root, folder)).find((name) => /^licen[cs]e(\.|$)/i.test(name));
      return { ...manifest, text: file === undefined ? '' : readFileSync(join(root, folder, file), 'utf8').trim() };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const byText = new Map<string, string[]>();
  for (const { name, version, license, text } of packages) {
    const key = text === '' ? `Licence: ${license ?? 'see the package'}` : text;
    byText.set(key, [...(byText.get(key) ?? []), `${name} ${version} (${license ?? 'see below'})`]);
  }
  const blocks = [...byText].map(([text, names]) => `${[...new Set(names)].join('\n')}\n\n${text}\n`);
  return `audit contains parts of these packages:\n\n${blocks.join(`\n${'-'.repeat(80)}\n\n`)}`;
}
