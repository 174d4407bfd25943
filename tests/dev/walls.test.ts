import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { codeOf, roomOf, rooms, roomTable, throughWalls } from '../../src/dev/walls.ts';
import { root } from '../../src/stand-in/root.ts';

it('no import of the source goes through a wall', () => {
  expect(throughWalls(codeOf(root))).toEqual([]);
});

it('the rooms are those of docs/architecture.md', () => {
  expect(readFileSync(join(root, 'docs/architecture.md'), 'utf8')).toContain(roomTable());
});

const names = Object.keys(rooms);

it.each(names)('%s imports only what stands before it', (name) => {
  for (const target of rooms[name]?.imports ?? []) {
    const room = roomOf(target);
    const inside = names.filter((each) => each.startsWith(`${target}/`));
    for (const each of room === undefined ? inside : [room, ...inside])
      if (each !== name) expect(names.indexOf(each), `${name} imports ${each}`).toBeLessThan(names.indexOf(name));
  }
});

it.each<[file: string, imported: string]>([
  ['src/services/s3/bucket.ts', '../../engine/check.ts'],
  ['src/services/s3/bucket.ts', '../../judgements/exposure/bucket.ts'],
  ['src/services/kms/key.ts', '../../iam/arn.ts'],
  ['src/iam/graph/world.ts', '../../services/iam/details.ts'],
  ['src/iam/compile.ts', '../aws/outcome.ts'],
  ['src/aws/session.ts', '../services/sts/service.ts'],
  ['src/aws/errors.ts', '../inventory/inventory.ts'],
  ['src/inventory/plan.ts', '../engine/check.ts'],
  ['src/engine/check.ts', '../services/s3/bucket.ts'],
  ['src/engine/evaluate.ts', '../aws/api.ts'],
  ['src/text/glob.ts', '../program/errors.ts'],
  ['src/text/glob.ts', 'node:fs'],
  ['src/judgements/endpoints/endpoints.ts', '../escalation/escalation.ts'],
  ['src/judgements/network/nacl.ts', '../../services/ec2/sdk.ts'],
  ['src/cli/scan.ts', '../dev/build.ts'],
  ['src/cli/scan.ts', '../stand-in/front.ts'],
  ['src/cli/scan.ts', '../../tests/helpers/run.ts'],
  ['src/dev/bench/scan.ts', '../../../tests/helpers/run.ts'],
  ['src/stand-in/front.ts', '../../tests/helpers/run.ts'],
  ['checks/s3/s3-bucket-versioning-enabled.ts', '../../src/engine/evaluate.ts'],
  ['checks/s3/s3-bucket-versioning-enabled.ts', '../../src/services/s3/sdk.ts'],
  ['checks/s3/s3-bucket-versioning-enabled.ts', '@aws-sdk/client-s3'],
  ['checks/s3/s3-bucket-versioning-enabled.ts', 'node:crypto'],
  ['reports/json.ts', 'node:fs'],
  ['reports/json.ts', '../src/inventory/inventory.ts'],
  ['src/helpers.ts', './text/glob.ts'],
])('%s may not import %s', (file, imported) => {
  const forms = [
    `import { x } from '${imported}';`,
    `import type { X } from '${imported}';`,
    `import {\n  x,\n  y,\n} from '${imported}';`,
    `export { x } from '${imported}';`,
    `export * from '${imported}';`,
    `import '${imported}';`,
    `const x = await import('${imported}');`,
    `type X = typeof import('${imported}');`,
    `import x from '${imported}?raw';`,
  ];
  for (const form of forms) expect(throughWalls([[file, `const y = 'it';\n${form}\n`]]), form).toHaveLength(1);
});

it.each<[file: string, imported: string]>([
  ['src/services/s3/bucket.ts', './sdk.ts'],
  ['src/services/s3/bucket.ts', '../../text/arn.ts'],
  ['src/judgements/escalation/escalation.ts', '../network/network.ts'],
  ['checks/s3/s3-bucket-versioning-enabled.ts', '../../src/judgements/exposure/bucket.ts'],
  ['src/dev/walls.ts', '../cli/scan.ts'],
])('%s may import %s', (file, imported) => {
  expect(throughWalls([[file, `import { x } from '${imported}';\n`]])).toEqual([]);
});
