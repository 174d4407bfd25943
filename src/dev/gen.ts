import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Service } from '../aws/service.ts';
import type { AnyResourceType } from '../inventory/resource.ts';
import { readCatalogue, readReasons } from './catalogue.ts';
import { demoAccount } from './demo-parts.ts';
import { isFresh, remember, writeFiles } from './gen-fresh.ts';
import { frameworkFiles } from './gen-frameworks.ts';
import { iamDataFiles } from './gen-iam-data.ts';
import { checkFiles, checkIndex, resourceFiles, serviceIndex } from './gen-index.ts';
import { notLiveModule, rowsModule, sameRowsModule } from './gen-rows.ts';
import { clientTypes, modelIn, modelModule } from './gen-model.ts';
import { operationsOf, sdkModule, serviceFolders, unknownActions } from './gen-sdk.ts';
import { unwritten } from './unwritten.ts';

/**
 * Writes the generated files. Those that several authors would have to edit are not committed: the indexes, the SDK
 * modules, the rows of live checks and the demo account, of its parts. Committed are the policy engine's tables in src/iam/data; with `--check` it is only
 * said which of these are stale, and what is still to be written, and the exit code is 1. Where nothing they are made of has changed, nothing is done.
 */
const root = join(import.meta.dirname, '../..');
const checking = process.argv.includes('--check');

const load = async (file: string): Promise<Readonly<Record<string, unknown>>> =>
  (await import(pathToFileURL(join(root, file)).href)) as Readonly<Record<string, unknown>>;

/** The SDK modules' texts. The resource types are loaded for it: they say what they call, in whichever form. */
async function sdkModules(): Promise<Record<string, string>> {
  const folders = serviceFolders(root);
  const modules = await Promise.all(folders.map(({ folder }) => load(`src/services/${folder}/service.ts`)));
  const services = modules.map(
    (module, n) => Object.values(module).find((value) => isService(value, folders[n]?.folder)) as Service,
  );
  const types = Object.values(await load('src/services/index.ts')).flatMap((group) =>
    Object.values(group as Readonly<Record<string, AnyResourceType>>),
  );
  const operations = operationsOf(services, types);
  const wrong = unknownActions(root, services, operations);
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
  return Object.fromEntries(
    folders.map(({ folder, sdk }) => [
      `src/services/${folder}/sdk.ts`,
      sdkText(folder, sdk, operations.get(folder) ?? new Set()),
    ]),
  );
}

function sdkText(folder: string, sdk: string, operations: ReadonlySet<string>): string {
  const model = modelIn(root, folder);
  return model === undefined ? sdkModule(root, sdk, operations) : modelModule(model, operations);
}

/** The types of clients that are made of a model: everything else is typed by them. */
const modelTypes = (): Record<string, string> =>
  Object.fromEntries(
    serviceFolders(root).flatMap(({ folder }) => {
      const model = modelIn(root, folder);
      return model === undefined ? [] : [[`src/services/${folder}/client.ts`, clientTypes(model)]];
    }),
  );

const isService = (value: unknown, id: string | undefined): boolean =>
  typeof value === 'object' && value !== null && 'sdkId' in value && 'id' in value && value.id === id;

async function generate(): Promise<void> {
  const live = checkFiles(root);
  const ids = live.map((file) => file.slice(file.indexOf('/') + 1, -3));
  const catalogue = readCatalogue(root);
  writeFiles(root, {
    'src/engine/rows.ts': rowsModule(ids, catalogue),
    'src/engine/not-live-rows.ts': notLiveModule(ids, catalogue, readReasons(root, catalogue)),
    'src/elsewhere/same-rows.ts': sameRowsModule(catalogue),
    ...frameworkFiles(root, new Set(catalogue.keys())),
    'checks/index.ts': checkIndex(live),
    'src/services/index.ts': serviceIndex(root, resourceFiles(root)),
    ...demoAccount(root),
  });
  writeFiles(root, modelTypes());
  writeFiles(root, await sdkModules());
  const stale = writeFiles(root, iamDataFiles(), !checking);
  if (stale.length > 0 && checking) throw new Error(`stale: ${stale.join(', ')}; run \`npm run gen\``);
}

if (!isFresh(root)) {
  try {
    await generate();
    remember(root);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

const left = checking ? unwritten(root) : [];
if (left.length > 0) {
  console.error(`still to be written: ${left.join(', ')}`);
  process.exitCode = 1;
}
