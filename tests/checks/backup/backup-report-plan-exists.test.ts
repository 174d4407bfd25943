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
  { when: 'nothing is backed up', given: {}, along: { plans: [], reports: [] }, expect: 'not-applicable' },
  {
    when: 'nothing is backed up in this region',
    given: {},
    along: { plans: [one('nightly', 'us-east-1')], reports: [] },
    expect: 'not-applicable',
  },
]);
