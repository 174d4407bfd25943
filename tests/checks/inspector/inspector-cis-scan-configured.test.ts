import check from '../../../checks/inspector/inspector-cis-scan-configured.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const id = '111122223333';
const other = '444455556666';
const scan = (schedule: string | undefined, ...accounts: string[]) => ({ name: 'weekly', schedule, accounts });
const base = {
  id,
  name: 'Inspector in eu-west-1',
  arn: `arn:aws:inspector2:eu-west-1:${id}:settings`,
  status: { account: 'ENABLED' },
  cisScans: [scan('weekly', id)],
  administrator: undefined as string | undefined,
};

checkSuite(
  check,
  base as never,
  [
    { when: 'a scan of the account is repeated', given: {}, expect: 'pass', message: /weekly \(weekly\)/ },
    { when: 'a scan is of the account by another word', given: { cisScans: [scan('daily', 'SELF')] }, expect: 'pass' },
    { when: 'a scan is of all accounts', given: { cisScans: [scan('monthly', 'ALL_ACCOUNTS')] }, expect: 'pass' },
    { when: 'it has none', given: { cisScans: [] }, expect: 'fail', message: /has no CIS scan/ },
    {
      when: 'it runs once',
      given: { cisScans: [scan('oneTime', id)] },
      expect: 'fail',
      message: /none that is repeated/,
    },
    { when: 'no schedule is told', given: { cisScans: [scan(undefined, id)] }, expect: 'fail' },
    {
      when: 'it is of others only',
      given: { cisScans: [scan('daily', other)] },
      expect: 'fail',
      message: /of this account/,
    },
    { when: 'the account administers itself', given: { cisScans: [], administrator: id }, expect: 'fail' },
    {
      when: 'another account administers it',
      given: { cisScans: [], administrator: other },
      expect: 'manual',
      message: /account 444455556666/,
    },
    { when: 'another account administers it, and it has its own', given: { administrator: other }, expect: 'pass' },
    { when: 'it is off', given: { status: { account: 'DISABLED' }, cisScans: undefined }, expect: 'not-applicable' },
  ] as never,
);
