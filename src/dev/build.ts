import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, relative, sep } from 'node:path';
import { sumsName } from '../cli/bundle.ts';
import { ensureGenerated } from './gen-fresh.ts';
import { bundleProgram, pageMetafiles, root } from './bundle.ts';
import { thirdPartyNotices } from './notices.ts';
import { shippedPackages } from './supply-chain/shipped.ts';

ensureGenerated(root);
/** Bundles the program into `dist/`: one small entry, a chunk per command, report and AWS client. */
const dist = join(root, 'dist');
// Built beside and moved into place: whoever runs the program meanwhile has the old one whole.
const beside = join(root, `build/dist-${process.pid}`);
mkdirSync(beside, { recursive: true });

const metafile = await bundleProgram(beside, { readable: process.argv.includes('--readable') });

copyFileSync(join(root, 'src/cli/audit.cjs'), join(beside, 'audit.cjs'));
chmodSync(join(beside, 'audit.cjs'), 0o755);
if (process.argv.includes('--metafile')) {
  mkdirSync(join(root, 'build'), { recursive: true });
  writeFileSync(join(root, 'build/meta.json'), JSON.stringify(metafile));
}
const shipped = shippedPackages([metafile, ...(await pageMetafiles(metafile))]);
writeFileSync(join(beside, 'THIRD-PARTY-NOTICES.txt'), thirdPartyNotices(shipped));
writeFileSync(join(beside, sumsName), sumsOf(beside));
const old = join(root, `build/old-${process.pid}`);
if (existsSync(dist)) renameSync(dist, old);
renameSync(beside, dist);
rmSync(old, { recursive: true, force: true });
const bytes = Object.values(metafile.outputs).reduce((sum, output) => sum + output.bytes, 0);
console.log(`dist: ${Object.keys(metafile.outputs).length} files, ${(bytes / 1e6).toFixed(2)} MB`);

/** As `sha256sum` writes them, in an order that does not depend on the machine. */
function sumsOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'))
    .sort();
  const hash = (file: string): string =>
    createHash('sha256')
      .update(readFileSync(join(folder, file)))
      .digest('hex');
  return files.map((file) => `${hash(file)}  ${file}\n`).join('');
}
