import check from '../../../checks/guardduty/guardduty-members-protection-plans-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const names = [
  'S3_DATA_EVENTS',
  'EKS_AUDIT_LOGS',
  'EBS_MALWARE_PROTECTION',
  'RDS_LOGIN_EVENTS',
  'LAMBDA_NETWORK_LOGS',
  'RUNTIME_MONITORING',
];
const plans = (but: Readonly<Record<string, string | undefined>> = {}) => ({
  features: names.map((name) => ({ name, status: name in but ? but[name] : 'ENABLED' })),
});
const without = (plan: string) => ({ features: plans().features.filter(({ name }) => name !== plan) });
const id = '444455556666';
const base = {
  id,
  name: id,
  region: 'eu-west-1',
  arn: `arn:aws:guardduty:eu-west-1:111122223333:detector/d0/member/${id}`,
  detectorId: 'd0',
  relationship: 'Enabled' as string | undefined,
  ...plans(),
};

checkSuite(
  check,
  base as never,
  [
    { when: 'all are on', given: {}, expect: 'pass' },
    {
      when: 'two are off',
      given: plans({ S3_DATA_EVENTS: 'DISABLED', RDS_LOGIN_EVENTS: 'DISABLED' }),
      expect: 'fail',
      message: /S3_DATA_EVENTS, RDS_LOGIN_EVENTS turned off/,
    },
    { when: 'one is not listed', given: without('RDS_LOGIN_EVENTS'), expect: 'unknown' },
    {
      when: 'one is not listed and another is off',
      given: { features: plans({ S3_DATA_EVENTS: 'DISABLED' }).features.slice(0, 3) },
      expect: 'fail',
    },
    {
      when: 'the region does not offer what is not listed',
      given: { partition: 'aws', region: 'ap-east-2', ...without('RDS_LOGIN_EVENTS') },
      expect: 'pass',
    },
    { when: 'AWS says no status', given: plans({ S3_DATA_EVENTS: undefined }), expect: 'unknown' },
    {
      when: 'a plan that is off is not asked for',
      given: plans({ RUNTIME_MONITORING: 'DISABLED' }),
      settings: { plans: ['S3_DATA_EVENTS'] },
      expect: 'pass',
    },
    { when: 'it is not enabled', given: { relationship: 'Disabled', features: undefined }, expect: 'not-applicable' },
    {
      when: 'AWS does not say how it is related',
      given: { relationship: undefined, features: undefined },
      expect: 'unknown',
    },
  ] as never,
);
