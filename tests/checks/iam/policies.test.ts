import { checks } from '../../../checks/index.ts';
import type { Verdict } from '../../../src/engine/check.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { awsPolicyBase, document, inlineBase, policyBase } from './fixtures.ts';

type Statement = Readonly<Record<string, unknown>>;
type Row = readonly [when: string, statements: readonly Statement[], expect: Verdict['kind'], message?: RegExp];

const iam = 'arn:aws:iam::111122223333:';
const pass = (Resource: unknown, more: Statement = {}): Statement => ({ Action: 'iam:PassRole', Resource, ...more });
const withMfa = { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } };
const notKnown = { Condition: { Sometimes: { 'a:b': 'c' } } };
const deny = (more: Statement): Statement => ({ Effect: 'Deny', ...more });

const everything: readonly Row[] = [
  ['every action on everything', [{ Action: '*' }], 'fail', /allows every action on every resource \(statement 1\)$/],
  ['wildcards in lists', [{ Sid: 'All', Action: ['s3:GetObject', '*:*'], Resource: ['*'] }], 'fail', /Sid "All"/],
  ['everything with MFA', [{ Action: '*', ...withMfa }], 'fail', /multifactorauthpresent/i],
  ['it in two statements', [{ NotAction: 'iam:*' }, { Action: 'iam:*' }], 'fail', /gives full administration \(/],
  [
    'all but actions that administration does not need',
    [{ NotAction: ['aws-portal:*', 'support:*'] }],
    'fail',
    /gives full administration: all actions but aws-portal:\*, support:\* \(statement 1\)$/,
  ],
  [
    'all but a long list',
    [{ NotAction: ['a:*', 'b:*', 'c:*', 'd:*', 'e:*'] }],
    'fail',
    /but a:\*, b:\*, c:\* and 2 more/,
  ],
  [
    'everything, with something else denied',
    [{ Action: '*' }, deny({ Action: 'aws-portal:*' })],
    'fail',
    /gives full administration \(statement 1\)$/,
  ],
  [
    'everything but a resource',
    [{ Action: '*', NotResource: 'arn:aws:s3:::vault/*' }],
    'fail',
    /gives full administration \(statement 1\)$/,
  ],
  ['everything but identities', [{ NotAction: ['iam:*', 'organizations:*'] }], 'pass'],
  ['everything, with identities denied', [{ Action: '*' }, deny({ Action: 'iam:*' })], 'pass'],
  ['one service', [{ Action: 's3:*' }], 'pass'],
  ['everything on one bucket', [{ Action: '*', Resource: 'arn:aws:s3:::logs/*' }], 'pass'],
];

const kms = 'arn:aws:kms:eu-west-1:111122223333:key/';
const decryption: readonly Row[] = [
  [
    'decryption with one key',
    [{ Action: 'kms:Decrypt', Resource: `${kms}1234abcd-12ab-34cd-56ef-1234567890ab` }],
    'pass',
  ],
  ['decryption with every key', [{ Action: ['s3:GetObject', 'kms:Decrypt'] }], 'fail'],
  ['it with every key of an account and region', [{ Action: 'kms:D*', Resource: `${kms}*` }], 'fail'],
  ['only re-encryption with every key', [{ Action: 'kms:ReEncrypt*' }], 'fail'],
  [
    'all of KMS, with a condition',
    [{ Action: 'KMS:*', Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } } }],
    'fail',
    /viaservice/i,
  ],
  ['KMS without decryption', [{ Action: 'kms:*' }, deny({ Action: ['kms:Decrypt', 'kms:ReEncryptFrom'] })], 'pass'],
  ['only encryption', [{ Action: ['kms:Encrypt', 'kms:GenerateDataKey*', 'kms:DescribeKey'] }], 'pass'],
  ['another service', [{ Action: 's3:*' }], 'pass'],
];

const notAction: readonly Row[] = [
  ['actions of a list', [{ Action: ['s3:GetObject', 'ec2:*'] }], 'pass'],
  ['NotAction', [{ Action: 's3:*' }, { Sid: 'Rest', NotAction: 'iam:*' }], 'fail', /Sid "Rest"/],
  ['less, by a denial with NotAction', [{ Action: 's3:*' }, deny({ NotAction: 's3:*' })], 'pass'],
  ['under the name NotAction', [{ Sid: 'NotAction', Action: 's3:*' }], 'pass'],
];

const escalation: readonly Row[] = [
  ['reading', [{ Action: ['s3:Get*', 'iam:List*'] }], 'pass'],
  [
    'writing policies of any user',
    [{ Action: 's3:*' }, { Sid: 'Users', Action: 'iam:Put*' }],
    'fail',
    /Write an inline policy on a user: iam:PutUserPolicy \(Sid "Users"\); and 2 more ways/,
  ],
  [
    'passing any role to a function',
    [{ Action: ['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction'] }],
    'fail',
    /iam:PassRole, lambda:CreateFunction, lambda:InvokeFunction/,
  ],
  [
    'passing a role that it names',
    [pass(`${iam}role/app`), { Action: ['lambda:CreateFunction', 'lambda:InvokeFunction'] }],
    'pass',
  ],
  ['an action that it denies', [{ Action: 'iam:PutUserPolicy' }, deny({ Action: 'iam:*' })], 'pass'],
  [
    'keys, from addresses that are not known',
    [{ Action: 'iam:CreateAccessKey', Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }],
    'unknown',
  ],
  ['everything', [{ Action: '*' }], 'not-applicable'],
];

/** Every form of it is in tests/iam/document.test.ts. */
const services: readonly Row[] = [
  ['a service', [{ Action: 's3:*' }], 'fail', /every action of s3 on resources it does not name/],
  [
    'several',
    [{ Action: ['sqs:*', 'iam:*', 'kms:*', 's3:*', 'sns:*'] }],
    'fail',
    /of iam, kms, s3 and 2 more services/,
  ],
  ['all', [{ Action: '*' }], 'fail', /of services it does not name/],
  ['all but one', [{ NotAction: 'iam:*' }], 'fail'],
  ['every bucket', [{ Action: 's3:*', Resource: 'arn:aws:s3:::*' }], 'fail'],
  ['a service with MFA', [{ Action: 's3:*', ...withMfa }], 'fail', /depending on aws:multifactorauthpresent/],
  [
    'it for one resource',
    [{ Action: 's3:*', Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'] }],
    'pass',
    /no service as a whole/,
  ],
  ['single actions', [{ Action: ['s3:GetObject', 'ec2:Describe*'] }], 'pass'],
  ['a service that it denies again', [{ Action: 'sqs:*' }, deny({ Action: 'sqs:*' })], 'pass'],
  ['nothing', [], 'pass'],
  ['it under a condition that is not known', [{ Action: 's3:*', ...notKnown }], 'unknown'],
];

const passing: readonly Row[] = [
  ['passing every role', [pass('*')], 'fail', /roles it does not name/],
  ['it in a list and another case', [{ Action: ['IAM:passrole'], Resource: ['*'] }], 'fail'],
  ['every action of IAM', [{ Action: 'iam:*' }], 'fail'],
  ['a pattern of actions', [{ Action: 'iam:Pass*' }], 'fail'],
  ['everything', [{ Action: '*' }], 'fail'],
  ['everything but something else', [{ NotAction: 's3:*' }], 'fail'],
  ['passing every role of the account', [pass(`${iam}role/*`)], 'fail'],
  ['every role of any account', [pass('arn:aws:iam::*:role/*')], 'fail'],
  ['every role of GovCloud', [pass('arn:aws-us-gov:iam::111122223333:role/*')], 'fail'],
  ['every role of any partition', [pass('arn:*:iam::*:*')], 'fail'],
  ['every role but one', [{ Action: 'iam:PassRole', NotResource: `${iam}role/admin` }], 'fail'],
  ['all with one denied', [{ Action: 'iam:PassRole' }, deny(pass(`${iam}role/admin`))], 'fail'],
  [
    'it to one service, which it says',
    [pass('*', { Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } } })],
    'fail',
    /depending on iam:passedtoservice/,
  ],
  ['all in a second statement', [pass(`${iam}role/app`), { Action: 'iam:PassRole' }], 'fail'],
  ['one role', [pass(`${iam}role/app`)], 'pass', /at most roles it names/],
  ['roles that begin alike', [pass(`${iam}role/app-*`)], 'pass'],
  ['the roles of a path', [pass(`${iam}role/team/*`)], 'pass'],
  ['what it denies again', [{ Action: 'iam:*' }, deny({ Action: 'iam:PassRole' })], 'pass'],
  ['all but IAM', [{ NotAction: 'iam:*' }], 'pass'],
  ['other actions of IAM', [{ Action: ['iam:Get*', 'iam:List*'] }], 'pass'],
  ['nothing', [], 'pass'],
  ['it under a condition that is not known', [pass('*', notKnown)], 'unknown'],
];

const assuming: readonly Row[] = [
  ['one role', [{ Action: 'sts:AssumeRole', Resource: `${iam}role/deploy` }], 'pass'],
  ['a role of every account', [{ Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::*:role/audit' }], 'pass'],
  ['every role', [{ Action: 'sts:AssumeRole' }], 'fail'],
  ['every role of an account', [{ Action: 'sts:Assume*', Resource: 'arn:aws:iam::999900001111:role/*' }], 'fail'],
  ['all of STS', [{ Action: 'sts:*' }], 'fail'],
  ['STS without roles', [{ Action: 'sts:*' }, deny({ Action: 'sts:AssumeRole' })], 'pass'],
  ['asking who one is', [{ Action: 'sts:GetCallerIdentity' }], 'pass'],
];

const cloudtrail: readonly Row[] = [
  ['reading the trails', [{ Action: ['cloudtrail:Get*', 'cloudtrail:LookupEvents'] }], 'pass'],
  ['all of CloudTrail', [{ Action: ['logs:*', 'CloudTrail:*'] }], 'fail'],
  ['everything', [{ Action: '*' }], 'fail'],
  ['everything but IAM', [{ NotAction: 'iam:*' }], 'fail'],
  [
    'all of it on one trail',
    [{ Action: 'cloudtrail:*', Resource: 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/dev' }],
    'pass',
  ],
  ['everything without it', [{ Action: '*' }, deny({ Action: 'cloudtrail:*' })], 'pass'],
];

/** By the checks that ask it. */
const asked: Readonly<Record<string, readonly Row[]>> = {
  'iam-customer-policy-attached-no-admin iam-inline-policy-no-admin iam-managed-policy-attached-no-admin': everything,
  'iam-customer-policy-kms-decrypt-restricted iam-inline-policy-kms-decrypt-restricted': decryption,
  'iam-customer-policy-no-not-action iam-inline-policy-no-not-action': notAction,
  'iam-customer-policy-no-privilege-escalation iam-inline-policy-no-privilege-escalation': escalation,
  'iam-customer-policy-no-service-wildcard iam-inline-policy-no-service-wildcard': services,
  'iam-policy-no-pass-role-to-anything iam-inline-policy-no-pass-role-to-anything': passing,
  'iam-customer-policy-no-wildcard-role-assumption': assuming,
  'iam-inline-policy-no-cloudtrail-full-access': cloudtrail,
};

const bases = { 'iam-m': awsPolicyBase, 'iam-i': inlineBase, 'iam-c': policyBase, 'iam-p': policyBase } as const;

for (const [ids, rows] of Object.entries(asked)) {
  for (const id of ids.split(' ')) {
    const check = checks.find((each) => each.id === id);
    if (check === undefined) throw new Error(`there is no ${id}`);
    const base = bases[id.slice(0, 5) as keyof typeof bases];
    checkSuite<never, never>(check, base as never, [
      ...rows.map(([what, statements, expect, message]) => ({
        when: `it allows ${what}`,
        given: { document: document(...statements) } as never,
        expect,
        ...(message === undefined ? {} : { message }),
      })),
      {
        when: 'its only statement is no list and the document has no version',
        given: {
          document: { Statement: { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b/*' } },
        } as never,
        expect: 'pass',
      },
      { when: 'it is no JSON', given: { document: '{' } as never, expect: 'unknown', message: /cannot be read/ },
    ]);
  }
}
