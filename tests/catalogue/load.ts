import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../../src/engine/check.ts';
import type { AnyResourceType } from '../../src/inventory/resource.ts';
import * as services from '../../src/services/index.ts';
import { root } from '../../src/stand-in/root.ts';

/** A check as its file holds it. */
export interface CheckFile {
  /** `s3/s3-bucket-not-public.ts` */
  readonly file: string;
  readonly source: string;
  readonly check: Check;
}

/** Every module under `checks/`, whatever it is called: the generated index is compared with this. */
export async function loadCheckFiles(): Promise<CheckFile[]> {
  const folder = join(root, 'checks');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && file !== 'index.ts',
  );
  return Promise.all(
    files.sort().map(async (file) => {
      const module = (await import(join(folder, file))) as { default: Check };
      return { file, source: readFileSync(join(folder, file), 'utf8'), check: module.default };
    }),
  );
}

/** Every resource type. */
export const resourceTypes: readonly AnyResourceType[] = Object.values(services).flatMap((group) =>
  Object.values<AnyResourceType>(group),
);
