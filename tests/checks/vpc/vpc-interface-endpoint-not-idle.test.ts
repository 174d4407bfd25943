import check from '../../../checks/vpc/vpc-interface-endpoint-not-idle.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { interfaceEndpoint } from './parts.ts';

const days = Array.from({ length: 30 }, (_, n) => new Date(Date.parse('2026-05-02') + n * 86_400_000));
const bytes = (each: number) => ({
  from: '2026-05-02',
  until: '2026-06-01',
  values: Object.fromEntries(days.map((day) => [day.toISOString().slice(0, 10), each])),
});
const base = {
  ...interfaceEndpoint('com.amazonaws.eu-west-1.sts'),
  createdAt: '2025-01-01T00:00:00.000Z',
  bytes: bytes(0),
};

checkSuite(check, base, [
  { when: 'nothing went through it for 30 days', expect: 'fail', message: /had no traffic on 30 of the 30 days/ },
  { when: 'something did', given: { bytes: bytes(1) }, expect: 'pass' },
  { when: 'its service looks after it', given: { serviceManaged: true }, expect: 'not-applicable' },
  { when: 'AWS does not say of which type it is', given: { endpointType: undefined }, expect: 'unknown' },
  {
    when: 'AWS does not say in which state it is',
    given: { state: undefined, bytes: bytes(1) },
    expect: 'unknown',
  },
]);
