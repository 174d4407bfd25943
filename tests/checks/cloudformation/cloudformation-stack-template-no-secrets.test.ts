import check from '../../../checks/cloudformation/cloudformation-stack-template-no-secrets.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

checkSuite(check, { id: 'shop', status: 'CREATE_COMPLETE', templateSecrets: { secrets: [] } }, [
  { when: 'the template has none', expect: 'pass' },
  {
    when: 'the template has one',
    given: {
      templateSecrets: { secrets: [{ kind: 'password', where: { line: 12, column: 27 }, confidence: 'high' }] },
    },
    expect: 'fail',
    message: /in its template: line 12, column 27 \(password\); expected dynamic references/,
  },
  {
    when: 'there is no template yet',
    given: { status: 'REVIEW_IN_PROGRESS', templateSecrets: undefined },
    expect: 'not-applicable',
    message: /under review/,
  },
]);
