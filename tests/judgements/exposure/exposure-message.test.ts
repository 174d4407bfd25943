import { describe, expect, it } from 'vitest';
import { exposure } from '../../../src/iam/index.ts';
import {
  abilityOf,
  exposureEvidence,
  judgeNotPublic,
  listOf,
  provedBy,
  statementPhrase,
} from '../../../src/judgements/exposure/exposure-message.ts';

const arn = 'arn:aws:s3:::logs';
const statement = (more: object) => ({
  Effect: 'Allow',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: `${arn}/*`,
  ...more,
});
const bucket = (...statements: readonly object[]) =>
  exposure(
    { kind: 's3', arn, policy: JSON.stringify({ Version: '2012-10-17', Statement: statements }), acl: [] },
    { account: '111122223333' },
  );

describe('a witness as a sentence', () => {
  it.each([
    [
      'the pattern instead of a made-up name',
      statement({}),
      'anonymous s3:GetObject on arn:aws:s3:::logs/* passes by statement 1',
    ],
    [
      'a narrower pattern',
      statement({ Resource: [arn, `${arn}/pub/*`], Sid: 'P' }),
      'anonymous s3:GetObject on arn:aws:s3:::logs/pub/* passes by statement 1 (Sid P)',
    ],
    [
      'no name that nobody has',
      statement({ Resource: '*' }),
      'anonymous s3:GetObject on arn:aws:s3:::logs/* passes by statement 1',
    ],
    [
      'what the request carries',
      statement({ Condition: { StringEquals: { 'aws:Referer': 'https://a.example' } } }),
      'anonymous s3:GetObject on arn:aws:s3:::logs/* with aws:Referer https://a.example passes by statement 1',
    ],
    [
      'what the request leaves out',
      statement({ Condition: { Null: { 'aws:Referer': 'true' } } }),
      'anonymous s3:GetObject on arn:aws:s3:::logs/* without aws:Referer passes by statement 1',
    ],
    [
      'strangers without their made-up account',
      statement({ Condition: { Null: { 'aws:PrincipalAccount': 'false' } } }),
      's3:GetObject on arn:aws:s3:::logs/* by a role of any account passes by statement 1',
    ],
    [
      'whom the policy names',
      statement({ Principal: { AWS: 'arn:aws:iam::444455556666:user/ann' } }),
      's3:GetObject on arn:aws:s3:::logs/* by arn:aws:iam::444455556666:user/ann passes by statement 1',
    ],
    [
      'members of an organization',
      statement({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-abcdefghij' } } }),
      's3:GetObject on arn:aws:s3:::logs/* by a role of another account with aws:PrincipalOrgID o-abcdefghij passes by statement 1',
    ],
  ])('shows %s', (_what, given, expected) => {
    expect(provedBy(bucket(given))).toBe(expected);
  });

  it('names a grant that is no statement', () => {
    const grants = [{ GranteePrincipal: 'arn:aws:iam::444455556666:role/app', Operations: ['Decrypt'], Name: 'g' }];
    const key = exposure(
      { kind: 'kms', arn: 'arn:aws:kms:eu-west-1:111122223333:key/k', grants },
      { account: '111122223333' },
    );
    expect(provedBy(key)).toMatch(/by arn:aws:iam::444455556666:role\/app passes by grant g$/);
  });

  it('says nothing of what nobody reaches', () => {
    expect(provedBy(bucket(statement({ Principal: { AWS: '111122223333' } })))).toBeUndefined();
  });
});

it.each([
  [{ policy: 'bucket policy', index: 1, sid: 'Public' }, 'statement 2 (Sid Public)'],
  [{ policy: 'resource policy', index: 0 }, 'statement 1'],
  [{ policy: 'trust policy', index: 0, sid: '' }, 'statement 1'],
  [{ policy: 'ACL grant READ to AllUsers', index: 0 }, 'ACL grant READ to AllUsers'],
  [{ policy: 'policy of access point x', index: 2 }, 'statement 3 of the policy of access point x'],
])('names the statement %o', (ref, expected) => {
  expect(statementPhrase({ effect: 'Allow', json: {}, ...ref })).toBe(expected);
});

it.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('lists %j in words', (words, expected) => {
  expect(listOf(words)).toBe(expected);
});

describe('the verdict on what shall not be public', () => {
  const ways = 'through its policy';
  const open = bucket(
    statement({ Action: ['s3:GetObject', 's3:PutObject'] }),
    statement({ Principal: { AWS: '444455556666' }, Action: 's3:PutBucketPolicy', Resource: arn }),
  );

  it('speaks of the asked groups only, widest first', () => {
    expect(abilityOf(open)).toBe('readable and writable');
    expect(judgeNotPublic('logs', open, { groups: ['administer'], ways })).toMatchObject({
      kind: 'pass',
      message: 'logs is not manageable by strangers through its policy',
      observed: { verdict: 'cross-account' },
    });
    expect(judgeNotPublic('logs', open, { groups: ['write'], ways })).toMatchObject({
      kind: 'fail',
      message: expect.stringContaining('s3:PutObject') as string,
    });
  });

  it('puts the witness and the statement into the evidence', () => {
    expect(exposureEvidence(open)).toMatchObject({
      verdict: 'public',
      witness: { principal: 'anonymous', action: 's3:GetObject' },
      statements: [{ policy: 'bucket policy', statement: 1, json: { Principal: '*' } }],
    });
  });

  it('calls things what they are called', () => {
    const abilities = { read: 'usable', write: 'usable', administer: 'manageable' };
    expect(judgeNotPublic('logs', open, { abilities, ways })).toMatchObject({
      message: expect.stringMatching(/^logs is usable by anyone/) as string,
    });
  });

  it('does not decide what the engine could not', () => {
    const unclear = bucket(statement({ Condition: { Resembles: { 'aws:SourceVpce': 'x' } } }));
    expect(judgeNotPublic('logs', unclear, { ways })).toMatchObject({
      kind: 'unknown',
      cause: expect.stringContaining('Resembles') as string,
    });
  });
});
