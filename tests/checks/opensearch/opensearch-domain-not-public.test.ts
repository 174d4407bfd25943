import check from '../../../checks/opensearch/opensearch-domain-not-public.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { policy } from '../../../src/stand-in/facts.ts';
import { silent } from './silent.ts';

const details = {
  ...silent,
  reachedBy: 'public',
  fineGrainedAccess: true,
  anonymousAccess: false,
  accessPolicy: policy({ Effect: 'Allow', Principal: '*', Action: 'es:*', Resource: '*' }),
  encryptedAtRest: true,
  encryptedBetweenNodes: true,
  httpsRequired: true,
} as const;
const base = { id: 'catalogue', name: 'catalogue', engine: 'OpenSearch', details } as const;
const given = (more: object): object => ({ details: { ...details, ...more } });
const anyone = /by anyone on the internet/;

checkSuite(check, base, [
  { when: 'each request needs a user of the domain', expect: 'fail', message: /by strangers who meet a condition/ },
  { when: 'none does', given: given({ fineGrainedAccess: false }), expect: 'fail', message: anyone },
  {
    when: 'users are only introduced, and others are let in as before',
    given: given({ anonymousAccess: true }),
    expect: 'fail',
    message: anyone,
  },
  { when: 'it is in a VPC', given: given({ reachedBy: 'vpc', anonymousAccess: true }), expect: 'pass' },
]);
