import check from '../../../checks/fms/fms-policy-accounts-compliant.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

type Status = 'COMPLIANT' | 'NON_COMPLIANT' | undefined;
const result = (status: Status, violators: number | undefined = 0, more = false) => ({ status, violators, more });
const one = (account: string, results: ReturnType<typeof result>[] | undefined, issues: string[] | null = []) => ({
  account,
  results,
  issues: issues ?? undefined,
});
const all = (...compliance: ReturnType<typeof one>[]) => ({ compliance });
const good = one('111122223333', [result('COMPLIANT')]);
const id = '00000000-0000-4000-8000-000000000001';

checkSuite(
  check,
  {
    id,
    name: 'web-acls',
    arn: `arn:aws:fms:eu-west-1:111122223333:policy/${id}`,
    kind: 'WAFV2' as const,
    remediation: true,
    scope: 'ACTIVE',
    ...all(good),
  },
  [
    { when: 'one account does', expect: 'pass', message: /in 1 account$/ },
    {
      when: 'all accounts do',
      given: all(good, one('444455556666', [result('COMPLIANT')])),
      expect: 'pass',
      message: /all 2/,
    },
    {
      when: 'one does not',
      given: all(good, one('444455556666', [result('NON_COMPLIANT', 4)])),
      expect: 'fail',
      message: /in 1 of 2 accounts: 444455556666 \(4 resources\)/,
    },
    {
      when: 'more than can be counted do not',
      given: all(one('444455556666', [result('NON_COMPLIANT', 100, true)])),
      expect: 'fail',
      message: /at least 100/,
    },
    {
      when: 'how many do not is not said',
      given: all(one('444455556666', [result('NON_COMPLIANT', undefined)])),
      expect: 'fail',
      message: /: 444455556666$/,
    },
    {
      when: 'many do not',
      given: all(...['a', 'b', 'c', 'd'].map((account) => one(account, [result('NON_COMPLIANT', 1)]))),
      expect: 'fail',
      message: /a \(1 resource\), b .* and 1 more/,
    },
    {
      when: 'one was not evaluated',
      given: all(good, one('444455556666', [])),
      expect: 'unknown',
      message: /not evaluated in account 444455556666/,
    },
    {
      when: 'a service has an issue in one',
      given: all(one('444455556666', [], ['AWSCONFIG'])),
      expect: 'unknown',
      message: /issues there with AWSCONFIG/,
    },
    {
      when: 'one has an issue, and another does not comply',
      given: all(one('a', [], ['AWSWAF']), one('b', [result('NON_COMPLIANT', 1)])),
      expect: 'fail',
    },
    { when: 'AWS leaves the results out', given: all(one('a', undefined)), expect: 'unknown' },
    { when: 'AWS leaves issues out', given: all(one('111122223333', [result('COMPLIANT')], null)), expect: 'pass' },
    { when: 'AWS does not say', given: all(one('a', [result(undefined)])), expect: 'unknown' },
    { when: 'no account is in its scope', given: all(), expect: 'not-applicable' },
    { when: "it is another administrator's", given: { scope: 'OUT_OF_ADMIN_SCOPE' }, expect: 'not-applicable' },
  ],
);
