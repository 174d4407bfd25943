import check from '../../../checks/backup/backup-report-plan-exists.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const base = {
  id: '111122223333',
  name: 'AWS Backup in eu-west-1',
  arn: 'arn:aws:backup:eu-west-1:111122223333:settings',
};
const one = (name: string, region = 'eu-west-1') => ({
  id: name,
  name,
  arn: `arn:aws:backup:${region}:111122223333:x:${name}`,
  region,
  regions: undefined as readonly string[] | undefined,
});
const plans = [one('nightly')];

checkSuite(check, base, [
  { when: 'there is a report plan', given: {}, along: { plans, reports: [one('jobs')] }, expect: 'pass' },
  {
    when: 'there is none',
    given: {},
    along: { plans, reports: [] },
    expect: 'fail',
    message: /nightly and no report plan/,
  },
  { when: 'it is of another region', given: {}, along: { plans, reports: [one('jobs', 'us-east-1')] }, expect: 'fail' },
  {
    when: 'one of another region reports of all regions',
    given: {},
    along: { plans, reports: [{ ...one('jobs', 'us-east-1'), regions: ['*'] }] },
    expect: 'pass',
    message: /is in the reports of jobs in us-east-1/,
  },
  {
    when: 'one of another region reports of this one',
    given: {},
    along: { plans, reports: [{ ...one('jobs', 'us-east-1'), regions: ['us-east-1', 'eu-west-1'] }] },
    expect: 'pass',
  },
  {
    when: 'its own reports of another region alone',
    given: {},
    along: { plans, reports: [{ ...one('jobs'), regions: ['us-east-1'] }] },
    expect: 'fail',
  },
  {
    when: 'one of another region reports of a third',
    given: {},
    along: { plans, reports: [{ ...one('jobs', 'us-east-1'), regions: ['eu-west-2'] }] },
    expect: 'fail',
  },
  { when: 'nothing is backed up', given: {}, along: { plans: [], reports: [] }, expect: 'not-applicable' },
  {
    when: 'nothing is backed up in this region',
    given: {},
    along: { plans: [one('nightly', 'us-east-1')], reports: [] },
    expect: 'not-applicable',
  },
]);
