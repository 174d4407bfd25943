import check from '../../../checks/ec2/ec2-security-group-default-no-rules.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { attached, plainGroup, rule } from './rules.ts';

const self = rule({ protocol: '-1', groups: ['sg-1'] });
const out = rule({ protocol: '-1', direction: 'egress', cidrs: ['0.0.0.0/0'] });

checkSuite(check, { ...plainGroup, name: 'default' }, [
  { when: 'it has no rules', expect: 'pass', message: /default \(sg-1\) of vpc-1/ },
  {
    when: 'it has the rules it came with',
    given: { rules: [self, out] },
    along: { interfaces: attached },
    expect: 'fail',
    message: /1 inbound and 1 outbound rules, expected none; attached to 2 network interfaces/,
  },
  {
    when: 'it has an outbound rule only and nothing uses it',
    given: { rules: [out] },
    expect: 'fail',
    message: /0 inbound and 1 outbound.*no network interface/,
  },
  { when: 'it is another group', given: { name: 'web', rules: [self] }, expect: 'not-applicable' },
  { when: 'another account shares it', given: { rules: [self], ownerId: '444455556666' }, expect: 'not-applicable' },
]);
