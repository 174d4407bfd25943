import check from '../../../checks/accessanalyzer/accessanalyzer-external-analyzer-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const analyzer = (
  type: 'ACCOUNT' | 'ORGANIZATION' | 'ACCOUNT_UNUSED_ACCESS' | 'ORGANIZATION_INTERNAL_ACCESS',
  status: 'ACTIVE' | 'CREATING' | 'DISABLED' | 'FAILED' = 'ACTIVE',
) => ({
  name: `${type}-analyzer`,
  arn: `arn:aws:access-analyzer:eu-west-1:111122223333:analyzer/${type}`,
  type,
  status,
});
const having = (...analyzers: ReturnType<typeof analyzer>[]) => ({ analyzers });

const here = '111122223333';
const alone = { organization: undefined, delegatedAdministrators: undefined };
const inside = (managementAccount: string, ...administrators: string[]) => ({
  organization: { id: 'o-1', featureSet: 'ALL', managementAccount, isManagement: managementAccount === here },
  delegatedAdministrators: administrators,
});
const member = { ...inside('999988887777'), delegatedAdministrators: undefined };

checkSuite(check, { id: here, name: 'IAM Access Analyzer in eu-west-1', ...alone, ...having(analyzer('ACCOUNT')) }, [
  { when: 'the account has an active analyzer', expect: 'pass' },
  { when: 'the organization has an active analyzer', given: having(analyzer('ORGANIZATION')), expect: 'pass' },
  {
    when: 'one of two is active',
    given: having(analyzer('ACCOUNT', 'DISABLED'), analyzer('ORGANIZATION')),
    expect: 'pass',
  },
  { when: 'there is no analyzer', given: having(), expect: 'fail', message: /no analyzer of external access/ },
  {
    when: 'analyzers look for unused and internal access only',
    given: having(analyzer('ACCOUNT_UNUSED_ACCESS'), analyzer('ORGANIZATION_INTERNAL_ACCESS')),
    expect: 'fail',
  },
  {
    when: 'the analyzer is disabled',
    given: having(analyzer('ACCOUNT', 'DISABLED')),
    expect: 'fail',
    message: /DISABLED, not ACTIVE/,
  },
  { when: 'the analyzer failed', given: having(analyzer('ORGANIZATION', 'FAILED')), expect: 'fail' },
  { when: 'a member has one of its own', given: member, expect: 'pass' },
  {
    when: 'a member has none: the organization may have one',
    given: { ...member, ...having() },
    expect: 'not-applicable',
    message: /judged in account 999988887777, or/,
  },
  {
    when: 'a member has one that is disabled',
    given: { ...member, ...having(analyzer('ACCOUNT', 'DISABLED')) },
    expect: 'not-applicable',
  },
  {
    when: 'the management account has none and delegates to nobody',
    given: { ...inside(here), ...having() },
    expect: 'fail',
  },
  {
    when: 'the management account has none and delegates',
    given: { ...inside(here, '444455556666'), ...having() },
    expect: 'not-applicable',
    message: /judged in account 444455556666/,
  },
  {
    when: 'the delegated administrator has none',
    given: { ...inside('999988887777', here), ...having() },
    expect: 'fail',
  },
  {
    when: 'the delegated administrator of another service is told another one',
    given: { ...inside('999988887777', '444455556666'), ...having() },
    expect: 'not-applicable',
  },
  {
    when: 'the delegated administrator has one of the organization',
    given: { ...inside('999988887777', here), ...having(analyzer('ORGANIZATION')) },
    expect: 'pass',
  },
]);
