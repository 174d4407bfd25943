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
  'scps.json': JSON.stringify([doc(allow('*')), doc(allow('*'), denyAllBut(['s3:*']))]),
});
afterAll(() => files.remove());
const run = (...args: string[]) => audit(['paths', ...args], { cwd: files.path });
const file = (name: string): string => `${files.path}/${name}`;

describe('audit paths', () => {
  it('prints the JSON that its readers rely on', async () => {
    const { code, stdout } = await run('--iam-details', file('details.json'), '--format', 'json');
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
    expect(JSON.parse(stdout)).toMatchObject({ unread: ['scp', 'rcp'] });
  });

  it.each([
    ['table', /Principals that can become administrator besides them: 2 proven/],
    ['mermaid', /^flowchart LR/],
    ['svg', /^<svg /],
  ])('prints %s', async (format, wanted) => {
    const { code, stdout } = await run('--iam-details', file('details.json'), '--format', format);
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
    const { stdout } = await run('--iam-details', file('details.json'), '--to', 'deploy', '--format', 'json');
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
