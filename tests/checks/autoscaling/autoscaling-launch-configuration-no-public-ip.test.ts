import check from '../../../checks/autoscaling/autoscaling-launch-configuration-no-public-ip.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { subnet } from '../../helpers/open-network.ts';
import { configuration, group } from './base.ts';

const subnets = (...gives: (boolean | undefined)[]) => ({
  along: {
    groups: [group],
    subnets: gives.map((assignsPublicIp, at) => ({ ...subnet(`subnet-${at + 1}`), assignsPublicIp })),
  },
});
const left = { publicIp: undefined };

checkSuite(check, configuration, [
  { when: 'it gives none', given: {}, ...subnets(true, true), expect: 'pass' },
  { when: 'it gives one', given: { publicIp: true }, ...subnets(false, false), expect: 'fail' },
  { when: 'no group uses it', given: { publicIp: true }, expect: 'not-applicable' },
  {
    when: 'groups have others',
    given: { publicIp: true },
    along: { groups: [{ ...group, launchConfiguration: undefined }] },
    expect: 'not-applicable',
  },
  {
    when: 'one of the subnets gives one',
    given: left,
    ...subnets(false, true),
    expect: 'fail',
    message: /of which subnet-2/,
  },
  { when: 'the subnets give none', given: left, ...subnets(false, false), expect: 'pass' },
  { when: 'a subnet is not known', given: left, ...subnets(false), expect: 'unknown' },
  { when: 'a subnet does not say', given: left, ...subnets(false, undefined), expect: 'unknown' },
]);
