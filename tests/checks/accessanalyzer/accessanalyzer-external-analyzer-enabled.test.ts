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

checkSuite(check, { id: '111122223333', name: 'IAM Access Analyzer in eu-west-1', ...having(analyzer('ACCOUNT')) }, [
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
]);
