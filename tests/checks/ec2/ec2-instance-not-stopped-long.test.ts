import check from '../../../checks/ec2/ec2-instance-not-stopped-long.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { plainInstance } from './plain-instance.ts';

const stopped = { ...plainInstance, state: 'stopped' as const };
const day = 86_400_000;
const ago = (days: number, more = 0): string => new Date(Date.UTC(2026, 5, 1) - days * day - more).toISOString();

/** Those that run are of the form's own cases; here is what a stopped one says of the time. */
checkSuite(check, stopped, [
  { when: 'it was stopped yesterday', given: { stoppedAt: ago(1) }, expect: 'pass' },
  { when: 'it was stopped 30 days ago', given: { stoppedAt: ago(30) }, expect: 'pass' },
  { when: 'it was stopped 31 days ago', given: { stoppedAt: ago(31) }, expect: 'fail', message: /at most 30/ },
  { when: 'it may be so for longer', given: { stoppedAt: ago(31) }, settings: { days: 60 }, expect: 'pass' },
  {
    when: 'AWS does not say when, and it was started lately',
    given: { launchedAt: ago(5) },
    expect: 'pass',
    message: /started last on/,
  },
  { when: 'AWS does not say when, and it was started long ago', given: { launchedAt: ago(400) }, expect: 'unknown' },
  { when: 'AWS says neither', given: {}, expect: 'unknown' },
  { when: 'it runs, whenever it was stopped before', given: { state: 'running', stoppedAt: ago(400) }, expect: 'pass' },
]);
