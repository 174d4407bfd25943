import check from '../../../checks/cloudformation/cloudformation-stack-outputs-no-secrets.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const found = (...names: string[]) => ({
  values: 2,
  secrets: names.map((name) => ({ kind: 'password', where: { name }, confidence: 'medium' as const })),
});

checkSuite(check, { id: 'shop', status: 'CREATE_COMPLETE', outputSecrets: found() }, [
  {
    when: 'none holds a secret',
    expect: 'pass',
    message: /^shop has nothing in its outputs that looks like a secret$/,
  },
  { when: 'there are none', given: { outputSecrets: { values: 0, secrets: [] } }, expect: 'pass' },
  {
    when: 'one holds a secret',
    given: { outputSecrets: found('DbPassword') },
    expect: 'fail',
    message: /in its outputs: DbPassword \(password\); expected/,
  },
  {
    when: 'the stack failed but is still there',
    given: { status: 'ROLLBACK_COMPLETE', outputSecrets: found('A') },
    expect: 'fail',
  },
]);
