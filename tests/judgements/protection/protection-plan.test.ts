import { expect, it } from 'vitest';
import { judgeProtectionPlan } from '../../../src/judgements/protection/protection-plan.ts';
import { feature, gone, on, suspended } from '../../helpers/guardduty.ts';

const rds = { label: 'RDS Protection', features: ['RDS_LOGIN_EVENTS'] };
const runtime = { label: 'Runtime Monitoring', features: ['RUNTIME_MONITORING'] };
const eks = { label: 'Runtime Monitoring of EKS', features: ['RUNTIME_MONITORING', 'EKS_RUNTIME_MONITORING'] };
const unlisted = on([feature('FLOW_LOGS', 'ENABLED')]);

it.each([
  ['a region that does not offer the plan', 'ap-east-2', rds, unlisted, 'not-applicable'],
  ['such a region without a detector', 'ap-east-2', rds, gone, 'not-applicable'],
  ['such a region with a suspended one', 'ap-east-2', rds, suspended([]), 'not-applicable'],
  [
    'such a region that lists the plan all the same',
    'ap-east-2',
    rds,
    on([feature('RDS_LOGIN_EVENTS', 'DISABLED')]),
    'fail',
  ],
  ['such a region that has it on', 'ap-east-2', rds, on([feature('RDS_LOGIN_EVENTS', 'ENABLED')]), 'pass'],
  ['such a region and another plan', 'ap-east-2', runtime, unlisted, 'unknown'],
  ['Beijing', 'cn-north-1', runtime, unlisted, 'not-applicable'],
  ['Ningxia, either way', 'cn-northwest-1', eks, unlisted, 'not-applicable'],
  ['Ningxia and another plan', 'cn-northwest-1', rds, unlisted, 'unknown'],
  ['a region of which AWS says nothing', 'us-east-1', rds, unlisted, 'unknown'],
  ['a region of which AWS says nothing, without a detector', 'us-east-1', rds, gone, 'fail'],
] as const)('%s', (_name, region, plan, { detail }, expected) => {
  expect(judgeProtectionPlan({ name: 'GuardDuty', region, detail }, plan).kind).toBe(expected);
});
