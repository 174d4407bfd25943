import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Bucket } from '../../src/send/bucket.ts';
import { Writer } from '../../src/send/client.ts';
import type { Operation } from '../../src/send/operations.ts';
import { needs } from '../../src/send/operations.ts';
import { placeOf } from '../../src/send/place.ts';
import { connection } from '../helpers/connection.ts';
import type { Answer, Canned } from './canned.ts';
import { hurried, startCanned } from './canned.ts';

let s3: Canned;
beforeAll(async () => {
  s3 = await startCanned();
});
afterAll(() => s3.stop());
beforeEach(() => {
  s3.got.length = 0;
});

const content = Buffer.from('{"a":1}');
const checksum = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('base64');
const error = (status: number, code: string, headers = {}): Answer => ({
  status,
  headers,
  body: `<?xml version="1.0"?>\n<Error><Code>${code}</Code><Message>so ${code}</Message></Error>`,
});

async function withBucket<T>(
  use: (bucket: Bucket) => Promise<T>,
  options: ConstructorParameters<typeof Bucket>[3] & { may?: readonly Operation[] } = {},
): Promise<T> {
  const over = connection({ endpointUrl: s3.url });
  const { patience } = hurried();
  const credentials = () => Promise.resolve({ accessKeyId: 'AKIATEST', secretAccessKey: 'secret' });
  const writer = new Writer(over, credentials, options.may ?? needs.store, patience);
  try {
    return await use(new Bucket(writer, over, { bucket: 'lake', prefix: 'audit/' }, options));
  } finally {
    over.close();
  }
}

describe('writing', () => {
  const put = (options?: Parameters<typeof withBucket>[1]) =>
    withBucket((bucket) => bucket.put('a b/c.json', content, 'application/json'), options);

  it('asks that nothing is there, with a checksum, and as the bucket encrypts', async () => {
    s3.answers = [{ status: 200 }];
    expect(await put()).toBe('written');
    const [{ method, path, headers, body } = expect.unreachable()] = s3.got;
    expect([method, path, body.toString()]).toEqual(['PUT', '/lake/audit/a%20b/c.json', content.toString()]);
    expect(headers).toMatchObject({
      'if-none-match': '*',
      'x-amz-checksum-sha256': checksum(content),
      'x-amz-content-sha256': createHash('sha256').update(content).digest('hex'),
    });
    expect(headers['authorization']).toMatch(/SignedHeaders=[\w;-]*if-none-match;/);
    expect(Object.keys(headers).filter((name) => /encryption|owner/.test(name))).toEqual([]);
  });

  it('asks for the key and the owner that were named, and holds S3 to the key', async () => {
    const options = { kmsKeyId: 'alias/lake', owner: '111122223333' };
    s3.answers = [{ status: 200, headers: { 'x-amz-server-side-encryption': 'aws:kms' } }];
    expect(await put(options)).toBe('written');
    expect(s3.got[0]?.headers).toMatchObject({
      'x-amz-server-side-encryption': 'aws:kms',
      'x-amz-server-side-encryption-aws-kms-key-id': 'alias/lake',
      'x-amz-expected-bucket-owner': '111122223333',
    });
    s3.answers = [{ status: 200, headers: { 'x-amz-server-side-encryption': 'AES256' } }];
    await expect(put(options)).rejects.toThrow('did not say that it encrypted');
  });

  it('never replaces: the same content is there, or another', async () => {
    const there = error(412, 'PreconditionFailed');
    s3.answers = [there, { status: 200, body: content }];
    expect(await put()).toBe('there');
    s3.answers = [there, { status: 200, body: 'other' }];
    await expect(put()).rejects.toThrow('s3://lake/audit/a b/c.json is there already with another content');
    s3.answers = [there, error(404, 'NoSuchKey')];
    await expect(put()).rejects.toThrow('is there already');
    s3.answers = [there, error(403, 'AccessDenied')];
    await expect(put()).rejects.toThrow('so AccessDenied');
    expect(
      s3.got.filter(({ method }) => method === 'PUT').every(({ headers }) => headers['if-none-match'] === '*'),
    ).toBe(true);
  });

  it.each<[string, Answer]>([
    ['slow down', error(503, 'SlowDown')],
    ['a conflict with another writer', error(409, 'ConditionalRequestConflict')],
    ['a fault', error(500, 'InternalError')],
    ['a broken connection', 'cut'],
    ['the page of a proxy', { status: 502, body: '<html><body>Bad gateway' }],
  ])('tries again: %s', async (_what, answer) => {
    s3.answers = [answer, answer, { status: 200 }];
    expect(await put()).toBe('written');
  });

  it('waits for a store that is away for a minute, and no longer than a minute and a half', async () => {
    const { patience, waited } = hurried();
    const over = connection({ endpointUrl: s3.url });
    const writer = new Writer(
      over,
      () => Promise.resolve({ accessKeyId: 'A', secretAccessKey: 's' }),
      needs.s3,
      patience,
    );
    const bucket = new Bucket(writer, over, { bucket: 'lake', prefix: '' });
    s3.answers = [() => (patience.now() < 60_000 ? 'cut' : { status: 200 })];
    expect(await bucket.put('a', content, 'text/plain')).toBe('written');
    s3.answers = ['cut'];
    await expect(bucket.put('a', content, 'text/plain')).rejects.toThrow('ended the connection');
    expect(waited.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(165_000);
    over.close();
  });

  it.each<[string, Answer]>([
    ['AccessDenied', error(403, 'AccessDenied')],
    ['NoSuchBucket', error(404, 'NoSuchBucket')],
    ['KMS.DisabledException', error(400, 'KMS.DisabledException')],
  ])('says %s at once', async (code, answer) => {
    s3.answers = [answer];
    await expect(put()).rejects.toThrow(`so ${code}`);
    expect(s3.got).toHaveLength(1);
  });

  it('goes where S3 says that the bucket is, once', async () => {
    const moved = error(301, 'PermanentRedirect', { 'x-amz-bucket-region': 'eu-north-1' });
    s3.answers = [moved, { status: 200 }];
    expect(await put()).toBe('written');
    expect(s3.got[1]?.headers['authorization']).toContain('/eu-north-1/s3/');
    s3.answers = [error(301, 'PermanentRedirect', { 'x-amz-bucket-region': 'evil.example' })];
    await expect(put()).rejects.toThrow('so PermanentRedirect');
  });

  it('takes what it may not send for a mistake, and sends nothing', async () => {
    s3.answers = [{ status: 200 }];
    await expect(put({ may: ['s3:GetObject'] })).rejects.toThrow('refused to call s3:PutObject');
    expect(s3.got).toEqual([]);
  });
});

it('replaces without a condition, and only where that is asked for', async () => {
  s3.answers = [{ status: 200 }];
  await withBucket((bucket) => bucket.replace('x', content, 'text/plain'));
  expect(s3.got[0]?.headers).not.toHaveProperty('if-none-match');
});

describe('reading back', () => {
  it('gives the content, or nothing where there is none', async () => {
    s3.answers = [{ status: 200, headers: { 'x-amz-checksum-sha256': checksum(content) }, body: content }];
    expect(await withBucket((bucket) => bucket.get('x'))).toEqual(content);
    s3.answers = [error(404, 'NoSuchKey')];
    expect(await withBucket((bucket) => bucket.get('x'))).toBeUndefined();
  });

  it('takes nothing that is not what was written', async () => {
    s3.answers = [{ status: 200, headers: { 'x-amz-checksum-sha256': checksum(Buffer.from('other')) }, body: content }];
    await expect(withBucket((bucket) => bucket.get('x'))).rejects.toThrow('its SHA-256 is another');
    s3.answers = [error(404, 'NoSuchBucket')];
    await expect(withBucket((bucket) => bucket.get('x'))).rejects.toThrow('so NoSuchBucket');
  });
});

describe('listing', () => {
  const page = (keys: readonly string[], next?: string, folders: readonly string[] = []): Answer => ({
    status: 200,
    body: `<?xml version="1.0"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><EncodingType>url</EncodingType><IsTruncated>${next !== undefined}</IsTruncated>${keys.map((key) => `<Contents><Key>${key}</Key><Size>1</Size></Contents>`).join('')}${folders.map((name) => `<CommonPrefixes><Prefix>${name}</Prefix></CommonPrefixes>`).join('')}${next === undefined ? '' : `<NextContinuationToken>${next}</NextContinuationToken>`}</ListBucketResult>`,
  });

  it('goes through all pages, empty ones too', async () => {
    s3.answers = [page(['audit/a', 'audit/b+c%2Bd'], 'x&amp;y='), page([], 'z'), page(['audit/e'])];
    expect(await withBucket((bucket) => bucket.list('q'))).toEqual(['a', 'b c+d', 'e']);
    expect(s3.got.map(({ path }) => path)).toEqual([
      '/lake/?encoding-type=url&list-type=2&prefix=audit%2Fq',
      '/lake/?continuation-token=x%26y%3D&encoding-type=url&list-type=2&prefix=audit%2Fq',
      '/lake/?continuation-token=z&encoding-type=url&list-type=2&prefix=audit%2Fq',
    ]);
  });

  it('tells what stands before a slash, without what is behind it', async () => {
    s3.answers = [page(['audit/loose'], 'x', ['audit/a/', 'audit/b+c/']), page([], undefined, ['audit/d/'])];
    expect(await withBucket((bucket) => bucket.folders())).toEqual(['a', 'b c', 'd']);
    expect(s3.got[0]?.path).toBe('/lake/?delimiter=%2F&encoding-type=url&list-type=2&prefix=audit%2F');
  });

  it('takes names as they are where S3 does not say that they are encoded', async () => {
    const { body = '', ...plain } = page(['audit/a%2Fb', 'audit/100%', 'audit/a+&lt;b&gt;']) as Exclude<Answer, string>;
    s3.answers = [{ ...plain, body: body.toString().replace('<EncodingType>url</EncodingType>', '') }];
    expect(await withBucket((bucket) => bucket.list())).toEqual(['a%2Fb', '100%', 'a+<b>']);
  });

  it.each<[string, Answer[], RegExp]>([
    ['no list', [{ status: 200, body: '<Other/>' }], /answered no list/],
    ['half a list', [{ status: 200, body: '<ListBucketResult><IsTruncated>false</IsTruncated>' }], /answered no list/],
    ['an empty answer', [{ status: 200 }], /answered no list/],
    ['the same page again', [page(['audit/a'], 'x')], /says that there is more/],
    ['more and not where', [page(['audit/a'], '')], /says that there is more/],
    ['what is elsewhere', [page(['other/a'])], /not below audit/],
    ['a prefix that only begins so', [page(['audit2/a'])], /not below audit/],
    ['a name that is not encoded', [page(['audit/%zz'])], /is not encoded as it says/],
  ])('takes %s for no list', async (_what, answers, said) => {
    s3.answers = answers;
    await expect(withBucket((bucket) => bucket.list())).rejects.toThrow(said);
  });
});

describe('where', () => {
  it.each<[string, string, string]>([
    ['s3://lake', 'lake', ''],
    ['s3://lake/', 'lake', ''],
    ['s3://lake/a/b=c', 'lake', 'a/b=c/'],
    ['s3://my.lake-1/a/', 'my.lake-1', 'a/'],
  ])('%s', (text, bucket, prefix) => expect(placeOf(text, '--to')).toEqual({ bucket, prefix }));

  it.each([
    '',
    'lake/a',
    'https://lake/a',
    's3://',
    's3://La/a',
    's3://l',
    's3://a..b/c',
    's3://lake/a//b',
    's3://lake/../b',
    's3://lake/a*',
    's3://lake/${aws:username}',
    's3://lake/a b',
    's3://lake/a\nb',
    's3://lake/p/../x',
    's3://lake/p/./x',
    's3://lake/%2e%2e/x',
    's3://lake/p%2Fq',
    's3://lake//p',
    's3://lake/p?versionId=1',
  ])('%s is none', (text) => expect(() => placeOf(text, '--to')).toThrow(`--to ${text}: `));

  it.each(['s3://AKIAX:hidden@lake/p', 's3://AKIAX:hid/hidden@lake/p', 's3://hidden@lake'])(
    'credentials in it are refused and not repeated: %s',
    (text) => {
      expect(() => placeOf(text, '--to')).toThrow('--to: names no bucket');
      expect(() => placeOf(text, '--to')).not.toThrow('hidden');
    },
  );
});
