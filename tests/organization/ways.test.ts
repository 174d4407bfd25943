import { expect, it } from 'vitest';
import { json } from '../../reports/organization/json.ts';
import { markdown } from '../../reports/organization/markdown.ts';
import { table } from '../../reports/organization/table.ts';
import { pages } from '../../reports/organization/html/pages.ts';
import type { Crossings } from '../../src/iam/across/types.ts';
import { exportPath } from '../../src/organization/attempts.ts';
import { exportBytes, exportOf } from '../../src/organization/export.ts';
import { merge } from '../../src/organization/merge/merge.ts';
import type { OrganizationResult } from '../../src/organization/merge/model.ts';
import { exported, MemoryStore, sealedManifest } from './examples.ts';

const manifest = sealedManifest();
const [M, A, B] = manifest.accounts.map(({ id }) => id) as [string, string, string];
const none = { count: 0, names: [] };
const nothing: Crossings = {
  partition: 'aws',
  rules: [],
  exits: [],
  doors: [],
  administrators: { count: 1, names: ['user/root-admin'] },
  becoming: { certain: none, possible: none },
  outsiders: [],
  left: [],
};
/** The rules of a role that lets in an account, and of a user who may assume it. */
const letsIn = (account: string): Crossings => ({
  ...nothing,
  rules: [{ variables: true, rules: [{ effect: 'allow', who: { AWS: account } }] }],
  doors: [{ name: 'role/ops', trust: 0, administers: 'already', becomes: [] }],
});
const leaves: Crossings = {
  ...nothing,
  rules: [{ variables: true, rules: [{ effect: 'allow', roles: '*' }] }],
  exits: [{ name: 'user/<dev>', identity: [0], administers: 'no' }],
};

async function merged(
  of: Readonly<Record<string, Crossings | undefined>>,
  check = 'iam-principal-no-path-to-administrator',
): Promise<OrganizationResult> {
  const store = new MemoryStore();
  for (const [id, crossings] of Object.entries(of)) {
    const given = exported(manifest, id);
    const judged = given.judged === undefined ? undefined : { ...given.judged, checks: { [check]: { pass: 1 } } };
    if (judged === undefined) continue;
    const bytes = exportBytes({ ...given, judged: crossings === undefined ? judged : { ...judged, crossings } });
    await store.put(exportPath(manifest.scan, id), bytes);
  }
  return merge(store, manifest);
}
const standing = ({ organizationFindings }: OrganizationResult) =>
  organizationFindings.find(({ check }) => check === 'organization-no-way-to-administrator-of-another-account');
const joined = async (pieces: Iterable<string> | AsyncIterable<string>): Promise<string> => {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
};

it('says of each account whether somebody of another one administers it, in every format', async () => {
  const result = await merged({ [M]: letsIn(A), [A]: leaves, [B]: nothing });
  expect(standing(result)).toMatchObject({ status: 'fail', counts: { fail: 1, unknown: 0, pass: 2 } });
  const way = `user/<dev> of ${A} becomes administrator of the management account ${M}: assumes the role ${M} role/ops`;
  expect(await joined(table(result, { colour: false, columns: 400, details: false }))).toContain(way);
  expect(await joined(markdown(result))).toContain(`| ${A} | ${M} (management) | proven |`);
  expect(JSON.parse(await joined(json(result)))).toMatchObject({
    ways: [{ from: A, to: M, toManagement: true, begins: 'principal', verdict: 'proven' }],
    waysLeft: 0,
  });
  const html = new Map<string, string>();
  for await (const { path, text } of pages(result)) html.set(path, text);
  const escaped = way.replace('<dev>', '&lt;dev&gt;');
  for (const page of ['index.html', `accounts/${M}.html`, `accounts/${A}.html`])
    for (const part of escaped.split(': ')) expect(html.get(page)).toContain(part);
  expect(html.get(`accounts/${B}.html`)).not.toContain('Ways to administrator');
});

it('knows nothing where nobody looked, and says nothing where nobody was asked', async () => {
  // B was not scanned, and the management account lets it in.
  expect(standing(await merged({ [M]: letsIn(B), [A]: nothing }))).toMatchObject({
    status: 'unknown',
    counts: { fail: 0, unknown: 2, pass: 1 },
  });
  // Users and roles were denied everywhere.
  expect(standing(await merged({ [M]: undefined, [A]: undefined, [B]: undefined }))).toMatchObject({
    status: 'unknown',
    counts: { unknown: 3 },
  });
  const other = await merged({ [M]: undefined, [A]: undefined, [B]: undefined }, 's3-bucket-no-public-access');
  expect([standing(other), other.ways]).toEqual([undefined, undefined]);
});

it.each<[string, unknown]>([
  ['no object', []],
  ['rules that are none', { ...nothing, rules: [{}] }],
  ['an exit without policies', { ...leaves, exits: [{ name: 'user/dev' }] }],
  ['a door without a name', { ...nothing, doors: [{ trust: 0, becomes: [] }] }],
  ['no counts', { ...nothing, becoming: {} }],
  ['what was left as one text', { ...nothing, left: 'much' }],
])('refuses an export with %s', (_, crossings) => {
  const given = exported(manifest, A);
  const bytes = exportBytes({ ...given, judged: { ...given.judged, crossings } as never });
  expect(() => exportOf(bytes, 'export.json', manifest, A)).toThrow(/crossings/);
});
