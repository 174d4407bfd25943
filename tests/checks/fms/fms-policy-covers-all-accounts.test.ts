import check from '../../../checks/fms/fms-policy-covers-all-accounts.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const accounts = (included: readonly string[], excluded: readonly string[] = []) => ({
  accounts: { included, excluded },
});
const base = {
  id: 'p1',
  name: 'web-acls',
  arn: 'arn:aws:fms:us-east-1:111122223333:policy/p1',
  kind: 'WAFV2',
  remediation: true,
  scope: 'ACTIVE',
  ...accounts([]),
};

checkSuite(
  check,
  base as never,
  [
    { when: 'it is for all', given: {}, expect: 'pass' },
    { when: 'it names whom it is for', given: accounts(['444455556666']), expect: 'fail', message: /only for 4444/ },
    {
      when: 'it leaves a unit out',
      given: accounts([], ['ou-ab12-cdefgh34']),
      expect: 'fail',
      message: /leaves out ou-/,
    },
    {
      when: 'what it leaves out may be left out',
      given: accounts([], ['444455556666']),
      settings: { exempt: ['444455556666'] },
      expect: 'pass',
    },
    {
      when: 'one of two may be left out',
      given: accounts([], ['444455556666', '777788889999']),
      settings: { exempt: ['444455556666'] },
      expect: 'fail',
      message: /leaves out 7777/,
    },
    {
      when: 'it is of another administrator',
      given: { scope: 'OUT_OF_ADMIN_SCOPE', ...accounts(['1']) },
      expect: 'not-applicable',
    },
    { when: 'AWS does not say whose it is', given: { scope: undefined }, expect: 'pass' },
  ] as never,
);
