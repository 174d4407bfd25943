import check from '../../../checks/lambda/lambda-function-environment-no-secrets.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const found = (...names: string[]) => ({
  variables: 3,
  errorCode: undefined,
  secrets: names.map((name) => ({ kind: 'password', where: { name }, confidence: 'high' as const })),
});

checkSuite(check, { id: 'resize', environmentSecrets: found() }, [
  {
    when: 'no variable holds a secret',
    expect: 'pass',
    message:
      /^resize has nothing in the environment variables of its latest version \(\$LATEST\) that looks like a secret$/,
  },
  { when: 'there are no variables', given: { environmentSecrets: { ...found(), variables: 0 } }, expect: 'pass' },
  {
    when: 'a variable holds one',
    given: { environmentSecrets: found('DB_PASSWORD') },
    expect: 'fail',
    message:
      /a secret in the environment variables of its latest version \(\$LATEST\): DB_PASSWORD \(password\); expected references to Secrets Manager/,
  },
  {
    when: 'two variables hold one',
    given: { environmentSecrets: found('A', 'B') },
    expect: 'fail',
    message: /2 secrets/,
  },
  {
    when: 'the secret was only guessed from its name',
    given: {
      environmentSecrets: {
        ...found(),
        secrets: [{ kind: 'password', where: { name: 'PWD1' }, confidence: 'medium' }],
      },
    },
    expect: 'fail',
  },
  {
    when: 'Lambda could not decrypt the variables',
    given: { environmentSecrets: { ...found(), variables: 0, errorCode: 'AccessDeniedException' } },
    expect: 'unknown',
    message: /resize \(AccessDeniedException\): kms:Decrypt/,
    actions: ['kms:Decrypt'],
  },
]);
