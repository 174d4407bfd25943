import check from '../../../checks/ec2/ec2-instance-no-public-ip.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { plainInstance } from './plain-instance.ts';

const [eni] = plainInstance.interfaces.map((each) => ({ ...each, publicIps: ['198.51.100.2'] }));

checkSuite(check, plainInstance, [
  { when: 'no interface has a public address', expect: 'pass' },
  {
    when: 'it has one',
    given: { publicIp: '198.51.100.1' },
    expect: 'fail',
    message: /198\.51\.100\.1; expected none/,
  },
  {
    when: 'a second interface has one of its own',
    given: { publicIp: '198.51.100.1', interfaces: eni === undefined ? [] : [eni] },
    expect: 'fail',
    message: /198\.51\.100\.1, 198\.51\.100\.2/,
  },
  {
    when: 'only a secondary interface has one',
    given: { interfaces: eni === undefined ? [] : [eni] },
    expect: 'fail',
    message: /198\.51\.100\.2/,
  },
  {
    when: 'it has a global IPv6 address only',
    given: { interfaces: plainInstance.interfaces.map((each) => ({ ...each, ipv6: ['2600:1f18::1'] })) },
    expect: 'fail',
    message: /2600:1f18::1/,
  },
  {
    when: 'a global block is delegated to it',
    given: { interfaces: plainInstance.interfaces.map((each) => ({ ...each, ipv6: ['2600:1f18:0:0:1::/80'] })) },
    expect: 'fail',
  },
  {
    when: 'its IPv6 addresses are unique local ones',
    given: { interfaces: plainInstance.interfaces.map((each) => ({ ...each, ipv6: ['fd00:ec2::1', 'fe80::1'] })) },
    expect: 'pass',
  },
  { when: 'it has no interfaces', given: { interfaces: [] }, expect: 'pass' },
]);
