import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { storeAt } from '../../src/cli/store.ts';
import { folder } from '../cli/run.ts';
import type { Answer, Canned, Got } from './canned.ts';
import { startCanned } from './canned.ts';

let s3: Canned;
let files: ReturnType<typeof folder>;
beforeAll(async () => {
  s3 = await startCanned();
  files = folder();
  writeFileSync(
    join(files.path, 'config'),
    [
      '[profile lake]',
      'aws_access_key_id = AKIALAKE',
      'aws_secret_access_key = s',
      '[profile refused]',
      'role_arn = arn:aws:iam::111122223333:role/lake',
      'source_profile = lake',
      '[profile empty]',
      'region = eu-west-1',
    ].join('\n'),
  );
});
afterAll(async () => {
  files.remove();
  await s3.stop();
  vi.unstubAllEnvs();
});
beforeEach(() => {
  s3.got.length = 0;
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAOWN');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
  vi.stubEnv('AWS_CONFIG_FILE', join(files.path, 'config'));
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(files.path, 'credentials'));
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
  vi.stubEnv('AWS_REGION', 'eu-west-1');
});

const none = {
  storeProfile: undefined,
  storeRoleArn: undefined,
  storeKmsKeyId: undefined,
  storeBucketOwner: undefined,
};
const refusal = (status: number, code: string): Answer => ({
  status,
  body: `<Error><Code>${code}</Code><Message>so ${code}</Message></Error>`,
});
const listed = (...keys: readonly string[]): Answer => ({
  status: 200,
  body: `<ListBucketResult><EncodingType>url</EncodingType><IsTruncated>false</IsTruncated>${keys.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('')}</ListBucketResult>`,
});
const keyOf = ({ headers }: Got): string => /Credential=([^/]+)\//.exec(String(headers['authorization']))?.[1] ?? '';
async function all(paths: AsyncIterable<string>): Promise<string[]> {
  const found: string[] = [];
  for await (const path of paths) found.push(path);
  return found;
}

describe('a store in a bucket', () => {
  it.each<[string | undefined, string]>([
    [undefined, 'AKIAOWN'],
    ['lake', 'AKIALAKE'],
  ])('is reached with its own credentials: the profile %s', async (storeProfile, key) => {
    s3.answers = [listed()];
    const store = await storeAt('s3://lake/p', { ...none, storeProfile, endpointUrl: s3.url });
    expect(await all(store.list(''))).toEqual([]);
    expect(s3.got.map(keyOf)).toEqual([key]);
  });

  it('is what is below its prefix and has the name of a path, whatever else is there', async () => {
    s3.answers = [
      listed('p/a/b.json', 'p/a%2Fc.json', 'p/a/x%252Fy', 'p/../evil', 'p/a/..', 'p/a//b', 'p/', 'p/a/', 'p/a/x+y'),
    ];
    const store = await storeAt('s3://lake/p', { ...none, endpointUrl: s3.url });
    // S3 may encode the slash of a key, which is a slash; one that somebody has written as %2F into a key is none.
    expect(await all(store.list(''))).toEqual(['a/b.json', 'a/c.json']);
    expect(s3.got[0]?.path).toContain('prefix=p%2F');
    s3.answers = [listed('p2/a/b.json')];
    await expect(all(store.list(''))).rejects.toThrow('which is not below p/');
  });

  it.each<[string, { storeProfile?: string; answer?: Answer }, number, string, RegExp]>([
    [
      'have ended',
      { answer: refusal(400, 'ExpiredToken') },
      4,
      'ExpiredToken',
      /^The credentials of the store have ended/,
    ],
    ['are nowhere', { storeProfile: 'empty' }, 4, 'no source has any: looked at the profile empty', /--resume/],
    [
      'are a role that is refused',
      { storeProfile: 'refused', answer: refusal(403, 'AccessDenied') },
      4,
      'the profile refused (role): sts:AssumeRole of arn:aws:iam::111122223333:role/lake was refused',
      /--resume/,
    ],
    ['are a profile that is not there', { storeProfile: 'lakes' }, 4, 'have no profile lakes; did you mean lake?', /./],
    ['may not', { answer: refusal(403, 'AccessDenied') }, 2, 'AccessDenied: so AccessDenied', /`audit policy --store`/],
  ])('whose credentials %s says so', async (_case, { storeProfile, answer }, exitCode, message, hint) => {
    s3.answers = answer === undefined ? [] : [answer];
    const store = await storeAt('s3://lake/p', { ...none, storeProfile, endpointUrl: s3.url });
    await expect(store.get('a/b.json')).rejects.toMatchObject({
      exitCode,
      message: expect.stringContaining(message) as string,
      hint: expect.stringMatching(hint) as string,
    });
  });
});
