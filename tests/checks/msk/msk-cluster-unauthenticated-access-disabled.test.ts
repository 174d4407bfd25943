import check from '../../../checks/msk/msk-cluster-unauthenticated-access-disabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const cluster = {
  id: 'orders',
  name: 'orders',
  type: 'PROVISIONED',
  version: 'K3AEGXETSR30VB',
  publicAccess: 'DISABLED',
  subnetIds: ['subnet-1'],
  groupIds: ['sg-1'],
  clients: 'TLS',
  betweenBrokers: true,
  unauthenticated: false,
  encryption: undefined,
  keyId: undefined,
  monitoring: 'DEFAULT',
  logging: true,
} as const;

checkSuite(check, cluster, [
  { when: 'clients talk by TLS only and are asked who they are', expect: 'pass' },
  { when: 'clients without TLS are taken beside those with mTLS', given: { clients: 'TLS_PLAINTEXT' }, expect: 'fail' },
  { when: 'all clients are without TLS', given: { clients: 'PLAINTEXT' }, expect: 'fail' },
  {
    when: 'clients without TLS are taken, and nothing is said of authentication',
    given: { clients: 'PLAINTEXT', unauthenticated: undefined },
    expect: 'fail',
  },
  { when: 'AWS does not say how clients talk', given: { clients: undefined }, expect: 'unknown' },
  { when: 'clients are not asked by TLS', given: { unauthenticated: true }, expect: 'fail' },
  {
    when: 'it is serverless',
    given: { type: 'SERVERLESS', clients: undefined, unauthenticated: undefined },
    expect: 'pass',
  },
]);
