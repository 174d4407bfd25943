import type { Front } from '../../stand-in/front.ts';
import { credentialReport, type Row } from '../../stand-in/credential-report.ts';
import { ago, iamArn, now } from './company.ts';

const row = (name: string, rest: Omit<Row, 'arn'>): [string, Row] => [
  name,
  { arn: iamArn(name === '<root_account>' ? 'root' : `user/${name}`), ...rest },
];

/** How old and how used each user's credentials are, in days. */
const rows = Object.fromEntries([
  row('<root_account>', { created: 2300, password: { used: 17, changed: 2300 }, mfa: true }),
  row('amara.okafor', { created: 1210, password: { used: 1, changed: 60 }, mfa: true }),
  row('ben.hollis', { created: 940, password: { used: 6, changed: 310 }, mfa: false }),
  row('chiara.conti', {
    created: 610,
    password: { used: 4, changed: 45 },
    mfa: true,
    keys: [{ rotated: 41, used: [2, 's3'] }],
  }),
  row('dev.patel', { created: 420, password: { used: 2, changed: 20 }, mfa: true }),
  row('elin.strand', { created: 380, password: { used: 51, changed: 200 }, mfa: true }),
  row('felix.brandt', {
    created: 1500,
    password: { used: 214, changed: 900 },
    keys: [{ rotated: 1400, used: [220, 'ec2'] }],
  }),
  row('grace.lindqvist', { created: 95, password: { changed: 95 }, mfa: false, keys: [{ rotated: 95 }] }),
  row('svc-ci-deploy', {
    created: 800,
    keys: [
      { rotated: 640, used: [0, 'ecr'] },
      { rotated: 35, used: [0, 'ecs'] },
    ],
  }),
  row('svc-newsletter', { created: 1320, keys: [{ rotated: 1320, used: [0, 'ses'] }] }),
  row('svc-erp-export', { created: 700, keys: [{ rotated: 62, used: [1, 'sts'] }] }),
  row('svc-backup-vault', { created: 150 }),
]);

/** The credential report, what keys were used for, and who has which MFA device. */
export function answerCredentials(front: Front): void {
  front.answer({ service: 'iam', operation: 'GenerateCredentialReport' }, { State: 'COMPLETE' });
  front.answer(
    { service: 'iam', operation: 'GetCredentialReport' },
    { Content: credentialReport(now, rows), ReportFormat: 'text/csv', GeneratedTime: ago(0, 1) },
  );
  front.answer({ service: 'iam', operation: 'GenerateServiceLastAccessedDetails' }, ({ input }) => ({
    JobId: `job-${String(input['Arn'])}`.slice(0, 36).padEnd(36, '-'),
  }));
  front.answer(
    { service: 'iam', operation: 'GetServiceLastAccessedDetails' },
    {
      JobStatus: 'COMPLETED',
      JobCreationDate: ago(0),
      JobCompletionDate: ago(0),
      ServicesLastAccessed: [{ ServiceName: 'AWS STS', ServiceNamespace: 'sts', LastAuthenticated: ago(1) }],
    },
  );
  const device = (name: string, user: string, id: string) => ({
    SerialNumber: iamArn(`mfa/${name}`),
    EnableDate: ago(300),
    User: {
      Path: '/',
      UserName: user,
      UserId: id,
      Arn: iamArn(user === '' ? 'root' : `user/${user}`),
      CreateDate: ago(900),
    },
  });
  front.answer({ service: 'iam', operation: 'ListMFADevices' }, ({ input }) => {
    const UserName = String(input['UserName']);
    const SerialNumber =
      UserName === 'amara.okafor' ? 'GAHT12345678' : iamArn(`u2f/user/${UserName}/laptop-EXAMPLEEXAMPLEEXAMPLEEX`);
    return { IsTruncated: false, MFADevices: [{ UserName, SerialNumber, EnableDate: ago(300) }] };
  });
  front.answer(
    { service: 'iam', operation: 'ListVirtualMFADevices' },
    {
      IsTruncated: false,
      VirtualMFADevices: [
        device('root-account-mfa-device', '', '408210937655'),
        device('chiara.conti', 'chiara.conti', 'AIDAEXAMPLECHIARA'),
        device('elin.strand', 'elin.strand', 'AIDAEXAMPLEELIN'),
      ],
    },
  );
}
