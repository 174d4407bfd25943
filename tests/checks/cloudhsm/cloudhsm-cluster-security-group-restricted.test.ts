import check from '../../../checks/cloudhsm/cloudhsm-cluster-security-group-restricted.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const base = {
  id: 'cluster-1',
  name: 'cluster-1',
  state: 'ACTIVE',
  createdAt: '2026-01-01T00:00:00.000Z',
  hsmType: 'hsm2m.medium',
  hsmGeneration: 'hsm2m',
  mode: 'FIPS',
  securityGroup: 'sg-1' as string | undefined,
  hsmCount: 2,
  zoneCount: 2,
  retentionDays: 90,
} as const;
const group = (id: string, ...rules: readonly object[]) => ({
  groups: [
    {
      id,
      rules: rules.map((rule) => ({
        direction: 'ingress',
        protocol: 'tcp',
        fromPort: 2223,
        toPort: 2225,
        cidrs: [],
        ipv6Cidrs: [],
        prefixLists: [],
        groups: [],
        ...rule,
      })),
      prefixListCidrs: { 'pl-1': ['0.0.0.0/0'] },
    } as never,
  ],
});

checkSuite(check, base, [
  { when: 'the group lets itself in', along: group('sg-1', { groups: ['sg-1'] }), expect: 'pass' },
  { when: 'the group has no rules', along: group('sg-1'), expect: 'pass' },
  { when: 'a small network is let in', along: group('sg-1', { cidrs: ['203.0.113.0/24'] }), expect: 'pass' },
  {
    when: 'the ports of HSMs are open',
    along: group('sg-1', { cidrs: ['0.0.0.0/0'] }),
    expect: 'fail',
    message: /to the whole internet/,
  },
  { when: 'they are open over IPv6', along: group('sg-1', { ipv6Cidrs: ['::/0'] }), expect: 'fail' },
  { when: 'they are open by a prefix list', along: group('sg-1', { prefixLists: ['pl-1'] }), expect: 'fail' },
  {
    when: 'everything is open',
    along: group('sg-1', { protocol: '-1', fromPort: undefined, toPort: undefined, cidrs: ['0.0.0.0/0'] }),
    expect: 'fail',
  },
  {
    when: 'everything may go out',
    along: group('sg-1', { direction: 'egress', protocol: '-1', cidrs: ['0.0.0.0/0'] }),
    expect: 'pass',
  },
  { when: 'only another group is open', along: group('sg-2', { cidrs: ['0.0.0.0/0'] }), expect: 'unknown' },
  { when: 'the group is not said', given: { securityGroup: undefined }, along: group('sg-1'), expect: 'unknown' },
  {
    when: 'the cluster is going',
    given: { state: 'DELETE_IN_PROGRESS' },
    along: group('sg-1', { cidrs: ['0.0.0.0/0'] }),
    expect: 'not-applicable',
  },
]);
