import check from '../../../checks/eks/eks-cluster-endpoint-not-public.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const details = (publicEndpoint: boolean | undefined, publicCidrs?: string[]) => ({
  details: {
    authentication: undefined,
    deletionProtection: undefined,
    version: '1.33',
    local: false,
    publicEndpoint,
    privateEndpoint: true,
    publicCidrs,
    secrets: undefined,
    logs: undefined,
  },
});

checkSuite(
  check,
  { id: 'shop', name: 'shop', arn: 'arn:aws:eks:eu-west-1:111122223333:cluster/shop', ...details(false) },
  [
    { when: 'there is no public endpoint', given: {}, expect: 'pass' },
    { when: 'everybody reaches it', given: details(true, ['0.0.0.0/0']), expect: 'fail', message: /0\.0\.0\.0\/0/ },
    { when: 'everybody reaches it by IPv6', given: details(true, ['192.0.2.0/24', '::/0']), expect: 'fail' },
    { when: 'two halves are everybody', given: details(true, ['0.0.0.0/1', '128.0.0.0/1']), expect: 'fail' },
    { when: 'an office reaches it', given: details(true, ['192.0.2.0/24']), expect: 'pass', message: /192\.0\.2\.0/ },
    { when: 'AWS does not say who', given: details(true), expect: 'unknown' },
    { when: 'AWS says nobody', given: details(true, []), expect: 'unknown' },
    { when: 'AWS says nothing', given: details(undefined), expect: 'unknown' },
  ],
);
