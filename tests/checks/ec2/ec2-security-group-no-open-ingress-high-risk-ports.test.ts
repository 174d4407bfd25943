import check from '../../../checks/ec2/ec2-security-group-no-open-ingress-high-risk-ports.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { openAll, openPort, plainGroup, rule } from './rules.ts';

checkSuite(check, plainGroup, [
  { when: 'it has no rules', expect: 'pass' },
  { when: 'it opens the web ports', given: { rules: [openPort(80), openPort(443)] }, expect: 'pass' },
  ...[
    20, 21, 22, 23, 25, 110, 135, 143, 445, 1433, 1434, 3000, 3306, 3389, 4333, 5000, 5432, 5500, 5601, 8080, 8088,
    8888, 9200, 9300,
  ].map((port) => ({
    when: `it opens port ${port}`,
    given: { rules: [openPort(port)] },
    expect: 'fail' as const,
    message: new RegExp(`tcp ${port}\\b`),
  })),
  {
    when: 'a range holds a database port',
    given: { rules: [rule({ fromPort: 5000, toPort: 6000, ipv6Cidrs: ['::/0'] })] },
    expect: 'fail',
    message: /PostgreSQL/,
  },
  { when: 'it opens everything', given: { rules: [openAll] }, expect: 'fail' },
  {
    when: 'it opens the port to a network',
    given: { rules: [openPort(5432, { cidrs: ['10.0.0.0/8'] })] },
    expect: 'pass',
  },
  {
    when: 'the setting names other services',
    given: { rules: [openPort(5432)] },
    settings: { services: ['mysql'] },
    expect: 'pass',
  },
]);
