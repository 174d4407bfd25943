import check from '../../../checks/ecr/ecr-repository-scan-on-push-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const base = {
  id: 'team/web.app',
  name: 'team/web.app',
  arn: 'arn:aws:ecr:eu-west-1:111122223333:repository/team/web.app',
  mutability: 'MUTABLE' as const,
  exclusions: undefined,
  scanOnPush: false as boolean | undefined,
};
const ruled = (filters: readonly string[], frequency = 'SCAN_ON_PUSH') => ({
  registries: [
    {
      id: 'registry',
      name: 'ECR registry in eu-west-1',
      arn: 'arn:aws:ecr:eu-west-1:111122223333:registry',
      scanning: { type: 'BASIC' as const, rules: [{ frequency: frequency as 'SCAN_ON_PUSH', filters: [...filters] }] },
    },
  ],
});
const scanning = (type: 'BASIC' | 'ENHANCED' | undefined) => ({
  registries: ruled([]).registries.map((one) => ({ ...one, scanning: { ...one.scanning, type } })),
});
const denied = {
  registries: {
    actions: ['ecr:GetRegistryScanningConfiguration'],
    cause: 'ecr:GetRegistryScanningConfiguration denied',
  },
};

checkSuite(check, base, [
  { when: 'its own setting scans', given: { scanOnPush: true }, along: ruled([]), expect: 'pass' },
  { when: 'neither does', given: {}, along: ruled([]), expect: 'fail', message: /neither its own setting nor a rule/ },
  { when: 'a rule is of all', given: {}, along: ruled(['*']), expect: 'pass', message: /SCAN_ON_PUSH of \*/ },
  { when: 'a rule scans without end', given: {}, along: ruled(['team/*'], 'CONTINUOUS_SCAN'), expect: 'pass' },
  { when: 'a rule scans when it is told to', given: {}, along: ruled(['*'], 'MANUAL'), expect: 'fail' },
  { when: 'a filter is a part of its name', given: {}, along: ruled(['web']), expect: 'pass' },
  { when: 'a filter with a wildcard is of the whole name', given: {}, along: ruled(['web*']), expect: 'fail' },
  { when: 'the second filter is of it', given: {}, along: ruled(['shop', '*/web.*']), expect: 'pass' },
  { when: 'a dot is a dot', given: {}, along: ruled(['*web.a.p*']), expect: 'fail' },
  {
    when: 'there is a rule, and AWS does not say its own',
    given: { scanOnPush: undefined },
    along: ruled(['*']),
    expect: 'pass',
  },
  { when: 'AWS says nothing', given: { scanOnPush: undefined }, along: ruled([]), expect: 'unknown' },
  {
    when: 'the rules were not read',
    given: {},
    along: { registries: [] },
    unreadAlong: denied,
    expect: 'unknown',
    message: /denied/,
  },
  {
    when: 'the rules were not read, and its own setting scans',
    given: { scanOnPush: true },
    along: { registries: [] },
    unreadAlong: denied,
    expect: 'unknown',
    message: /counts only where that has basic scanning: .*denied/,
  },
  {
    when: 'the registry has enhanced scanning, no rule is of it, and its own setting scans',
    given: { scanOnPush: true },
    along: scanning('ENHANCED'),
    expect: 'fail',
    message: /the registry has enhanced scanning/,
    fix: {
      cli: `aws ecr put-registry-scanning-configuration --scan-type ENHANCED --rules '[{"scanFrequency":"SCAN_ON_PUSH","repositoryFilters":[{"filter":"team/web.app","filterType":"WILDCARD"}]}]' --region eu-west-1`,
    },
  },
  {
    when: 'its own setting scans, and AWS does not say which scanning the registry has',
    given: { scanOnPush: true },
    along: scanning(undefined),
    expect: 'unknown',
  },
]);
