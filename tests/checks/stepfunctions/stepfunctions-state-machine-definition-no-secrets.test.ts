import check from '../../../checks/stepfunctions/stepfunctions-state-machine-definition-no-secrets.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

checkSuite(check, { id: 'orders', definitionSecrets: [] }, [
  { when: 'the definition has none', expect: 'pass' },
  {
    when: 'the definition has one',
    given: { definitionSecrets: [{ kind: 'api-key', where: { line: 9, column: 20 }, confidence: 'high' }] },
    expect: 'fail',
    message: /in its definition: line 9, column 20 \(api-key\); expected secrets that are read at run time/,
  },
]);
