import check from '../../../checks/organizations/organizations-scp-denies-unused-regions.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { branches } from '../../helpers/organization.ts';
import { manages } from '../../helpers/standing.ts';
import { guardrailCases } from './guardrail-cases.ts';

const but = (...regions: string[]) => ({
  Effect: 'Deny',
  NotAction: ['iam:*', 'sts:*'],
  Resource: '*',
  Condition: { StringNotEquals: { 'aws:RequestedRegion': regions } },
});
const closing = (statement: object) => ({ ...manages(), ...branches({ atRoot: { Regions: [statement] } }) });

checkSuite(check, { id: '111122223333', name: 'The organization' }, [
  ...guardrailCases,
  {
    when: 'all regions but two are closed',
    along: closing(but('eu-west-1', 'us-east-1')),
    expect: 'pass',
    message: /closes regions/,
    given: { partition: 'aws' },
  },
  {
    when: 'all regions but those in use are closed',
    along: closing(but('eu-west-1', 'us-east-1')),
    settings: { usedRegions: ['us-east-1', 'eu-west-1'] },
    expect: 'pass',
    message: /every region but us-east-1, eu-west-1/,
    given: { partition: 'aws' },
  },
  {
    when: 'a region that is not in use is open',
    along: closing(but('eu-west-1', 'us-east-1')),
    settings: { usedRegions: ['us-east-1'] },
    expect: 'fail',
    message: /open besides those in use: eu-west-1/,
    // The regions of other partitions are none of these.
    given: { partition: 'aws' },
  },
  {
    when: 'one service is closed in other regions',
    along: closing({ ...but('eu-west-1'), NotAction: undefined, Action: 'rds:*' }),
    expect: 'fail',
    given: { partition: 'aws' },
  },
  {
    when: 'no region is closed in one of two accounts',
    along: {
      ...manages(),
      ...branches({ onAccount: { Regions: [but('us-east-1')] } }, { '777788889999': 'ACTIVE' }),
    },
    expect: 'fail',
    message: /in 1 of 2 member accounts, such as 777788889999/,
    given: { partition: 'aws' },
  },
  {
    when: 'the partition has one region',
    given: { partition: 'aws-eusc' },
    along: closing(but('eusc-de-east-1')),
    expect: 'not-applicable',
  },
]);
