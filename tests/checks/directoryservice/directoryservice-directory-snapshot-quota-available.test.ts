import check from '../../../checks/directoryservice/directoryservice-directory-snapshot-quota-available.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const base = {
  id: 'd-1111111111',
  name: 'corp.example.com',
  directoryType: 'MicrosoftAD',
  stage: 'Active',
  radius: undefined,
  radiusProtocol: undefined,
  snapshots: { most: 5, made: 1 },
} as const;
const made = (count: number) => ({ snapshots: { most: 5, made: count } });

checkSuite(check, base, [
  { when: 'most are free', expect: 'pass' },
  { when: 'one is left, which is 80 percent used', given: made(4), expect: 'fail' },
  { when: 'none is left', given: made(5), expect: 'fail' },
  { when: 'the setting is higher', given: made(4), settings: { percent: 90 }, expect: 'pass' },
  {
    when: 'AWS does not say how many there are',
    given: { snapshots: { most: 5, made: undefined } },
    expect: 'unknown',
  },
  { when: 'it is a connector', given: { directoryType: 'ADConnector', snapshots: null }, expect: 'not-applicable' },
  { when: 'it is shared', given: { directoryType: 'SharedMicrosoftAD', snapshots: null }, expect: 'not-applicable' },
  { when: 'it is being made', given: { stage: 'Creating' }, expect: 'not-applicable' },
]);
