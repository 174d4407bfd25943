import check from '../../../checks/codebuild/codebuild-project-environment-no-secrets.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const found = (...names: string[]) => ({
  variables: 2,
  secrets: names.map((name) => ({ kind: 'credentials', where: { name }, confidence: 'medium' as const })),
});

checkSuite(check, { id: 'build', environmentSecrets: found() }, [
  { when: 'no plain-text variable holds one', expect: 'pass' },
  {
    when: 'there are no plain-text variables',
    given: { environmentSecrets: { variables: 0, secrets: [] } },
    expect: 'pass',
  },
  {
    when: 'variables hold access keys',
    given: { environmentSecrets: found('AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY') },
    expect: 'fail',
    message: /2 secrets .*AWS_ACCESS_KEY_ID \(credentials\), AWS_SECRET_ACCESS_KEY \(credentials\); expected type/,
  },
]);
