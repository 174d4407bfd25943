import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CredentialsExpired } from '../../src/aws/errors.ts';
import { collect } from '../../src/inventory/collect.ts';
import { FileJournal } from '../../src/inventory/file-journal.ts';
import { Inventory } from '../../src/inventory/inventory.ts';
import { describeGap, kindOfGap } from '../../src/aws/outcome.ts';
import type { Gap } from '../../src/aws/outcome.ts';
import { planFor } from '../../src/inventory/plan.ts';
import { partitions } from '../../src/partitions/partitions.ts';
import { accountSettings } from '../../src/services/account/account.ts';
import { project } from '../../src/services/codebuild/project.ts';
import { accelerator } from '../../src/services/globalaccelerator/accelerator.ts';
import { bucket } from '../../src/services/s3/bucket.ts';
import type { Answers, Sent } from '../helpers/resource-suite.ts';
import { awsError, collectType, stubbedApis } from '../helpers/resource-suite.ts';
import { emptyInventory } from '../engine/fakes.ts';

const plan = planFor([{ id: 't', resource: bucket, needs: ['versioning', 'encryption'], along: {} }]);
const buckets = { Buckets: [{ Name: 'a', BucketRegion: 'eu-west-1' }, { Name: 'b' }] };
const good: Answers = {
  ListBuckets: buckets,
  GetBucketLocation: { LocationConstraint: 'ap-south-1' },
  GetBucketVersioning: { Status: 'Enabled' },
  GetBucketEncryption: awsError('ServerSideEncryptionConfigurationNotFoundError', '', 404),
};

async function run(
  answers: Answers,
  options: { journal?: FileJournal; signal?: AbortSignal } = {},
): Promise<{ inventory: Inventory; sent: Sent[]; error: unknown }> {
  const sent: Sent[] = [];
  const inventory = new Inventory(emptyInventory().header);
  let error: unknown;
  await collect({ plan, inventory, apis: stubbedApis(answers, sent), ...options }).catch((e: unknown) => {
    error = e;
  });
  return { inventory, sent, error };
}

const journalAt = (resume = false, name = 'x'): FileJournal => new FileJournal(join(dir, name), resume);
const dir = mkdtempSync(join(tmpdir(), 'journal-'));

const nameOf = (bucket: unknown): string => (typeof bucket === 'string' ? bucket : '');

describe('collect', () => {
  it('asks each bucket once, in its own region', async () => {
    const { inventory, sent } = await run(good);
    expect(sent.map((s) => `${s.operation} ${s.region} ${nameOf(s.input['Bucket'])}`).sort()).toEqual([
      'GetBucketEncryption ap-south-1 b',
      'GetBucketEncryption eu-west-1 a',
      'GetBucketLocation us-east-1 b',
      'GetBucketVersioning ap-south-1 b',
      'GetBucketVersioning eu-west-1 a',
      'ListBuckets us-east-1 ',
    ]);
    expect(inventory.complete).toBe(true);
  });

  describe('of a plan with types that have no scope in the partition', () => {
    const mixed = planFor(
      [accountSettings, accelerator, bucket, project].map((type) => ({
        id: 't',
        resource: type,
        needs: [],
        along: {},
      })),
    );

    it.each(partitions.map(({ id, mainRegion }) => [id, mainRegion]))(
      'in %s, tells nothing before the whole plan is entered, and of every type once that it is complete',
      async (partition, region) => {
        const inventory = new Inventory({ ...emptyInventory().header, partition, regions: [region] });
        const planned: number[] = [];
        const listed: string[] = [];
        const complete: string[] = [];
        await collect({
          plan: mixed,
          inventory,
          apis: stubbedApis({ ...good, ListAccelerators: {}, ListProjects: {} }, []),
          watcher: {
            listed({ type }) {
              planned.push(inventory.collected.size);
              expect(complete).not.toContain(type);
              listed.push(type);
            },
            complete(type) {
              planned.push(inventory.collected.size);
              complete.push(type);
            },
          },
        });
        expect(new Set(planned)).toEqual(new Set([mixed.length]));
        expect(complete.toSorted()).toEqual(mixed.map(({ type }) => type.key));
        expect(listed.toSorted()).toEqual(inventory.types);
      },
    );
  });

  it('still reads a bucket whose region is denied, where the list was asked', async () => {
    const { inventory } = await run({ ...good, GetBucketLocation: awsError('AccessDenied', '', 403) });
    const listing = inventory.listings(bucket)[0];
    const records = listing?.result.kind === 'present' ? listing.result.records : [];
    expect(records.map((r) => [r.item.id, r.region, r.outcomes['versioning']?.kind])).toEqual([
      ['a', 'eu-west-1', 'present'],
      ['b', 'unknown', 'present'],
    ]);
  });

  it('counts what was denied, failed or does not exist, per service and region, and not what is absent', async () => {
    const { inventory } = await run({
      ...good,
      GetBucketVersioning: ({ Bucket }: { Bucket: string }) =>
        Bucket === 'a' ? awsError('AccessDenied', '', 403) : awsError('MalformedXML', '', 400),
    });
    const counts = (region: string): unknown => inventory.calls.get(`s3/${region}`);
    expect(counts('eu-west-1')).toMatchObject({ denied: 1, failed: 0, unsupported: 0 });
    expect(counts('ap-south-1')).toMatchObject({ denied: 0, failed: 1, unsupported: 0 });
    expect([...inventory.calls.keys()].sort()).toEqual(['s3/ap-south-1', 's3/eu-west-1']);
  });

  it('counts a list that could not be read once', async () => {
    const { inventory } = await run({ ...good, ListBuckets: awsError('UnknownOperationException', '', 400) });
    expect([...inventory.calls]).toEqual([['s3/us-east-1', { calls: 0, denied: 0, failed: 1, unsupported: 0 }]]);
  });

  describe('of a host that does not resolve', () => {
    const notFound = (hostname: string): Error =>
      Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), { code: 'ENOTFOUND', hostname });
    const listed = (host: string, region: string) =>
      collectType(project, ['environmentSecrets'], { ListProjects: notFound(host) }, { region });

    it('says that the service is not there where AWS says so too, after several tries', async () => {
      const { gap, sent } = await listed('codebuild.ca-west-1.amazonaws.com', 'ca-west-1');
      expect(gap).toEqual({ kind: 'unsupported', code: 'ENOTFOUND' });
      expect(sent).toHaveLength(3);
    });

    it.each([
      ['x.invalid', 'ca-west-1'],
      ['codebuild.eu-west-1.amazonaws.com', 'eu-west-1'],
    ])('says that %s failed in %s, and names the host', async (host, region) => {
      const { gap, sent } = await listed(host, region);
      const message = `the host ${host} does not resolve`;
      expect(gap).toEqual({ kind: 'failed', actions: project.actions, code: 'ENOTFOUND', message });
      expect(sent).toHaveLength(3);
    });
  });

  it('stops when the credentials expire, and says of the rest that it was not read', async () => {
    const { inventory, error } = await run({ ...good, GetBucketVersioning: awsError('ExpiredToken', 'expired', 400) });
    expect(error).toBeInstanceOf(CredentialsExpired);
    expect(inventory.complete).toBe(false);
    expect(inventory.listings(bucket)[0]?.result).toMatchObject({ kind: 'failed', code: 'Interrupted' });
  });

  it('calls interrupted, not failed, what was in flight when the run was stopped', async () => {
    const stop = new AbortController();
    const reason = new Error('stopped');
    const { inventory, error } = await run(
      {
        ...good,
        GetBucketVersioning: () => {
          stop.abort(reason);
          throw awsError('InternalError', 'cut off', 500);
        },
      },
      { signal: stop.signal },
    );
    expect(error).toBe(reason);
    const [listing] = inventory.listings(bucket);
    const gap = listing?.result as Gap;
    expect(kindOfGap(gap)).toBe('interrupted');
    expect(describeGap(gap)).toBe('s3:ListAllMyBuckets interrupted: the collection stopped before it was read');
    const calls = [...inventory.calls.values()];
    expect(calls.map(({ denied, failed }) => denied + failed)).not.toContain(1);
  });

  it('goes on from a journal without asking again what was answered', async () => {
    const first = journalAt(false, 'resume');
    first.start(emptyInventory().header);
    await run(
      {
        ...good,
        GetBucketVersioning: ({ Bucket }: { Bucket: string }) =>
          Bucket === 'b' ? awsError('ExpiredToken', '', 400) : { Status: 'Enabled' },
      },
      { journal: first },
    );
    first.close();
    const second = journalAt(true, 'resume');
    const { sent, inventory } = await run(good, { journal: second });
    expect(sent.map((s) => `${s.operation} ${String(s.input['Bucket'])}`)).not.toContain('ListBuckets undefined');
    expect(sent.map((s) => s.operation)).toContain('GetBucketVersioning');
    expect(sent.filter((s) => s.operation === 'GetBucketLocation')).toEqual([]);
    const { inventory: whole } = await run(good);
    // What an earlier run asked, and just when, is not in its journal.
    const read = (of: typeof whole) => of.listings(bucket).map(({ asked: _asked, ...listing }) => listing);
    expect(read(inventory)).toEqual(read(whole));
  });

  it('asks again what failed, but not what was denied', async () => {
    const first = journalAt(false, 'retry');
    first.start(emptyInventory().header);
    await run(
      {
        ...good,
        GetBucketVersioning: awsError('ValidationError', '', 400),
        GetBucketEncryption: awsError('AccessDenied', '', 403),
      },
      { journal: first },
    );
    first.close();
    const { sent } = await run(good, { journal: journalAt(true, 'retry') });
    expect(sent.map((s) => s.operation)).toEqual(['GetBucketVersioning', 'GetBucketVersioning']);
  });

  it('does not go on from pages that came round again', async () => {
    const first = journalAt(false, 'round');
    first.start(emptyInventory().header);
    const { inventory: broken } = await run(
      { ...good, ListBuckets: { ...buckets, ContinuationToken: 'more' } },
      { journal: first },
    );
    first.close();
    expect(broken.listings(bucket)[0]?.result).toMatchObject({ kind: 'failed', code: 'MalformedAnswer' });
    const { inventory } = await run(good, { journal: journalAt(true, 'round') });
    const listing = inventory.listings(bucket)[0];
    const records = listing?.result.kind === 'present' ? listing.result.records : [];
    expect(records.map(({ item }) => item.id)).toEqual(['a', 'b']);
  });

  it.each([
    ['on one page', [{ Buckets: [{ Name: 'a' }, { Name: 'b' }, { Name: 'a' }] }]],
    [
      'on two pages',
      [
        { Buckets: [{ Name: 'a' }, { Name: 'b' }], ContinuationToken: 't1' },
        { Buckets: [{ Name: 'b' }, { Name: 'a' }] },
      ],
    ],
  ])('lists a resource once that the service lists twice, %s', async (_where, pages) => {
    const ListBuckets = ({ ContinuationToken }: { ContinuationToken?: string }): object =>
      (ContinuationToken === undefined ? pages[0] : pages[1]) ?? {};
    const { inventory, sent } = await run({ ...good, ListBuckets });
    const listing = inventory.listings(bucket)[0];
    const records = listing?.result.kind === 'present' ? listing.result.records : [];
    expect(records.map(({ item }) => item.id)).toEqual(['a', 'b']);
    expect(sent.filter(({ operation }) => operation === 'GetBucketVersioning')).toHaveLength(2);
  });

  it('takes a list for none that says different things of one resource', async () => {
    const twice = { Buckets: [{ Name: 'a', BucketRegion: 'eu-west-1' }, { Name: 'a' }] };
    const { inventory } = await run({ ...good, ListBuckets: twice });
    expect(inventory.listings(bucket)[0]?.result).toMatchObject({
      kind: 'failed',
      code: 'MalformedAnswer',
      message: 'the service lists arn:aws:s3:::a twice, and says different things of it',
    });
  });

  it('takes a cut-off last line of a journal for no answer', async () => {
    const first = journalAt(false, 'cut');
    first.start(emptyInventory().header);
    await run(good, { journal: first });
    first.close();
    const text = readFileSync(first.file, 'utf8');
    writeFileSync(first.file, text.slice(0, -20));
    const { sent } = await run(good, { journal: journalAt(true, 'cut') });
    expect(sent).toHaveLength(1);
  });

  it('refuses to resume what is not a journal', () => {
    writeFileSync(join(dir, 'junk.partial'), 'hello\n');
    expect(() => new FileJournal(join(dir, 'junk'), true)).toThrow('is not the journal of a collection');
    expect(() => new FileJournal(join(dir, 'nothing'), true)).toThrow('nothing to resume');
  });
});
