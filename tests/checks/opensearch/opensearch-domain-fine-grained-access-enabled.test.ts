import check from '../../../checks/opensearch/opensearch-domain-fine-grained-access-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { silent } from './silent.ts';

const details = {
  ...silent,
  reachedBy: 'vpc',
  fineGrainedAccess: true,
  anonymousAccess: false,
  encryptedAtRest: true,
  encryptedBetweenNodes: true,
  httpsRequired: true,
} as const;
const base = { id: 'catalogue', name: 'catalogue', engine: 'OpenSearch', details } as const;
const given = (more: object): object => ({ details: { ...details, ...more } });

checkSuite(check, base, [
  { when: 'it is on', expect: 'pass' },
  { when: 'nothing is said of migration', given: given({ anonymousAccess: undefined }), expect: 'pass' },
  { when: 'it is off', given: given({ fineGrainedAccess: false }), expect: 'fail' },
  {
    when: 'it is only introduced',
    given: given({ anonymousAccess: true, anonymousUntil: '2026-06-20T00:00:00.000Z' }),
    expect: 'fail',
    message: /as before until 2026-06-20$/,
  },
  { when: 'the end is not said', given: given({ anonymousAccess: true }), expect: 'fail', message: /as before$/ },
  { when: 'nothing is said', given: given({ fineGrainedAccess: undefined }), expect: 'unknown' },
  { when: 'it is being deleted', given: given({ deleted: true, fineGrainedAccess: false }), expect: 'not-applicable' },
]);
