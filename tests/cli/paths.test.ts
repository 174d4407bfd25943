import { afterAll, describe, expect, it } from 'vitest';
import {
  ADMINISTRATOR,
  allow,
  denyAllBut,
  details,
  doc,
  iamArn,
  trustAccount,
  trustService,
} from '../iam/paths/account.ts';
import { audit, folder } from './run.ts';

const account = details({
  users: {
    alice: { inline: [doc(allow('sts:AssumeRole', iamArn('role/deploy')))] },
    bob: { inline: [doc(allow('s3:GetObject', 'arn:aws:s3:::b/*'))] },
  },
  roles: {
    deploy: {
      trust: trustAccount(),
      inline: [doc(allow(['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction']))],
    },
    admin: { trust: trustService('lambda.amazonaws.com'), attached: [ADMINISTRATOR] },
  },
});
const files = folder({
  'details.json': JSON.stringify(account),
  'cut.json': JSON.stringify(account).slice(0, 500),
  'other.json': '{"Roles": []}',
  'truncated.json': JSON.stringify({ ...account, IsTruncated: true }),
  'everybody.json': JSON.stringify(doc({ Principal: '*', ...allow('s3:*') })),
  'scps.json': JSON.stringify([doc(allow('*')), doc(allow('*'), denyAllBut(['s3:*']))]),
});
afterAll(() => files.remove());
const run = (...args: string[]) => audit(['paths', ...args], { cwd: files.path });
const file = (name: string): string => `${files.path}/${name}`;

/** Says that the layers above the account hold nothing, which the details of IAM do not tell. */
const whole = ['--scps', 'none', '--rcps', 'none'];

describe('audit paths', () => {
  it('prints the JSON that its readers rely on', async () => {
    const { code, stdout } = await run('--iam-details', file('details.json'), ...whole, '--format', 'json');
    expect(code).toBe(0);
    const json = JSON.parse(stdout) as {
      principals: { arn: string; admin: boolean; verdict: string; paths: { verdict: string; steps: object[] }[] }[];
    };
    const alice = json.principals.find(({ arn }) => arn === iamArn('user/alice'));
    expect(alice).toEqual({
      arn: iamArn('user/alice'),
      admin: false,
      verdict: 'proven',
      paths: [
        {
          verdict: 'proven',
          steps: [
            {
              edge: 'sts-assume-role',
              from: iamArn('user/alice'),
              to: iamArn('role/deploy'),
              actions: ['sts:AssumeRole'],
              policies: ['inline policy inline0 of alice (statement 1)', 'trust policy of deploy (statement 1)'],
            },
            {
              edge: 'lambda-create-invoke',
              from: iamArn('role/deploy'),
              to: iamArn('role/admin'),
              actions: ['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction'],
              policies: ['inline policy inline0 of deploy (statement 1)'],
            },
          ],
        },
      ],
    });
    expect(json.principals.find(({ arn }) => arn === iamArn('role/admin'))).toEqual({
      arn: iamArn('role/admin'),
      admin: true,
      verdict: 'proven',
      paths: [],
    });
    expect(json.principals.find(({ arn }) => arn === iamArn('user/bob'))).toMatchObject({ verdict: 'none', paths: [] });
    expect(JSON.parse(stdout)).toMatchObject({ unread: [], stated: ['scp', 'rcp'] });
  });

  it('calls nothing proven that policies nobody read may deny', async () => {
    const { stdout } = await run('--iam-details', file('details.json'), '--format', 'json');
    const { principals, unread } = JSON.parse(stdout) as {
      principals: { arn: string; admin: boolean; verdict: string; paths: { steps: { condition?: string }[] }[] }[];
      unread: string[];
    };
    expect(unread).toEqual(['scp', 'rcp']);
    expect(principals.filter(({ verdict }) => verdict === 'proven')).toEqual([]);
    expect(principals.find(({ arn }) => arn === iamArn('role/admin'))).toMatchObject({
      admin: true,
      verdict: 'possible',
    });
    const alice = principals.find(({ arn }) => arn === iamArn('user/alice'));
    expect(alice?.paths[0]?.steps.map(({ condition }) => condition)).toEqual([
      'service control policies, not read; resource control policies, not read',
      undefined,
    ]);
  });

  it.each<[string, string, string[], string, { unread: string[]; stated: string[] }, object?]>([
    [
      'a bucket with everything stated',
      'arn:aws:s3:::b',
      [...whole, '--resource-policy', 'none', '--resource-account', '111122223333'],
      'proven',
      { unread: [], stated: ['resource', 'scp', 'rcp'] },
      { account: '111122223333', by: 'stated' },
    ],
    [
      'a bucket that nobody says whose it is',
      'arn:aws:s3:::b',
      [...whole, '--resource-policy', 'none'],
      'possible',
      { unread: [], stated: ['resource', 'scp', 'rcp'] },
      { account: null, by: 'unknown' },
    ],
    [
      'a bucket whose policy was not read',
      'arn:aws:s3:::b',
      [...whole, '--resource-account', '111122223333'],
      'possible',
      { unread: ['resource'], stated: ['scp', 'rcp'] },
    ],
    [
      "another account's bucket that opens itself, and nobody read its RCPs",
      'arn:aws:s3:::b',
      [...whole, '--resource-policy', 'everybody.json', '--resource-account', '999900001111'],
      'possible',
      { unread: ['rcp'], stated: ['resource', 'scp', 'rcp'] },
    ],
    [
      "another account's bucket that opens itself to nobody",
      'arn:aws:s3:::b',
      [...whole, '--resource-policy', 'none', '--resource-account', '999900001111'],
      'none',
      { unread: ['rcp'], stated: ['resource', 'scp', 'rcp'] },
    ],
    [
      'without SCPs',
      'arn:aws:s3:::b',
      ['--rcps', 'none', '--resource-policy', 'none', '--resource-account', '111122223333'],
      'possible',
      { unread: ['scp'], stated: ['resource', 'rcp'] },
    ],
    [
      'a key, of which nobody can say that it has no policy',
      'arn:aws:kms:us-east-1:111122223333:key/k',
      [...whole, '--resource-policy', 'none'],
      'possible',
      { unread: ['resource'], stated: ['scp', 'rcp'] },
    ],
  ])('takes the layers that were stated: %s', async (_, to, options, verdict, said, owner) => {
    const { stdout } = await run(
      '--iam-details',
      file('details.json'),
      '--to',
      to,
      ...options.map((one) => (one.endsWith('.json') ? file(one) : one)),
      '--format',
      'json',
    );
    const found = JSON.parse(stdout) as { principals: { arn: string; verdict: string }[] };
    expect(found.principals.find(({ arn }) => arn === iamArn('role/admin'))?.verdict).toBe(verdict);
    expect(found).toMatchObject({ ...said, ...(owner === undefined ? {} : { resourceAccount: owner }) });
  });

  it.each([
    ['table', /Principals that can become administrator besides them: 2 proven/],
    ['mermaid', /^flowchart LR/],
    ['svg', /^<svg /],
  ])('prints %s', async (format, wanted) => {
    const { code, stdout } = await run('--iam-details', file('details.json'), ...whole, '--format', format);
    expect(code).toBe(0);
    expect(stdout).toMatch(wanted);
  });

  it('takes policies of the organisation from a file', async () => {
    const { stdout } = await run(
      '--iam-details',
      file('details.json'),
      '--scps',
      file('scps.json'),
      '--format',
      'json',
    );
    const { principals, unread } = JSON.parse(stdout) as {
      principals: { arn: string; verdict: string }[];
      unread: string[];
    };
    expect(principals.find(({ arn }) => arn === iamArn('user/alice'))?.verdict).not.toBe('proven');
    expect(unread).toEqual(['rcp']);
  });

  it('searches the way to a principal by ARN or name', async () => {
    const { stdout } = await run('--iam-details', file('details.json'), ...whole, '--to', 'deploy', '--format', 'json');
    const { principals } = JSON.parse(stdout) as { principals: { arn: string; verdict: string }[] };
    expect(principals.find(({ arn }) => arn === iamArn('user/alice'))?.verdict).toBe('proven');
    expect(principals.find(({ arn }) => arn === iamArn('user/bob'))?.verdict).toBe('none');
  });

  it('reads the demo account', async () => {
    const { code, stdout, stderr } = await run('--demo', '--format', 'json');
    expect([code, stderr.includes('internal')]).toEqual([0, false]);
    expect((JSON.parse(stdout) as { principals: unknown[] }).principals.length).toBeGreaterThan(0);
  });

  it.each([
    ['a file that is not there', ['--iam-details', 'gone.json'], /gone\.json: cannot be read/],
    ['a file that was cut off', ['--iam-details', file('cut.json')], /cut\.json:\d+:\d+: is not JSON/],
    ['another JSON', ['--iam-details', file('other.json')], /other\.json: it has none of UserDetailList/],
    ['the first page only', ['--iam-details', file('truncated.json')], /only the first part of the account/],
    ['two sources', ['--iam-details', file('details.json'), '--demo'], /name two sources/],
    [
      'an unknown format',
      ['--iam-details', file('details.json'), '--format', 'jsn'],
      /unknown value jsn; did you mean json\?/,
    ],
    [
      'a target that is not there',
      ['--iam-details', file('details.json'), '--to', iamArn('role/gone')],
      /the account has no/,
    ],
    [
      "a resource's policy without a resource",
      ['--iam-details', file('details.json'), '--resource-policy', 'none'],
      /--resource-policy goes with --to of a resource/,
    ],
    [
      'the account of a role',
      ['--iam-details', file('details.json'), '--to', iamArn('role/deploy'), '--resource-account', '111122223333'],
      /--resource-account goes with --to of a resource/,
    ],
    [
      'another account than the ARN names',
      [
        '--iam-details',
        file('details.json'),
        '--to',
        `arn:aws:sqs:eu-west-1:999900001111:q`,
        '--resource-account',
        '111122223333',
      ],
      /is not the account that/,
    ],
    [
      'an option that does not exist',
      ['--iam-detail', 'x'],
      /unknown option: --iam-detail; did you mean --iam-details\?/,
    ],
  ])('refuses %s', async (_, args, message) => {
    const { code, stdout, stderr } = await run(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });
});
