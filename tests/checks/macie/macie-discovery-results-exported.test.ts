import check from '../../../checks/macie/macie-discovery-results-exported.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const base = {
  id: '111122223333',
  name: 'Macie in eu-west-1',
  arn: 'arn:aws:macie2:eu-west-1:111122223333:session',
  session: { status: 'ENABLED', publishing: 'SIX_HOURS' },
  administrator: undefined,
  resultsBucket: { bucket: 'macie-results' as string | undefined },
};
const none = { resultsBucket: { bucket: undefined } };
const of = (relationship: string) => ({ administrator: { account: '444455556666', relationship } });

checkSuite(
  check,
  base as never,
  [
    { when: 'a bucket is set', given: {}, expect: 'pass', message: /macie-results/ },
    { when: 'none is set', given: none, expect: 'fail', message: /90 days/ },
    { when: 'another account administers it', given: { ...none, ...of('Enabled') }, expect: 'not-applicable' },
    { when: 'a member has a bucket of its own', given: of('Enabled'), expect: 'pass' },
    { when: 'it left its administrator', given: { ...none, ...of('Removed') }, expect: 'fail' },
    { when: 'it is off', given: { session: undefined, resultsBucket: undefined }, expect: 'not-applicable' },
  ] as never,
);
