import check from '../../../checks/iam/iam-group-no-inline-policies.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { groupBase } from './fixtures.ts';

const inline = [{ name: 'read logs', document: {} }];

checkSuite(check, groupBase, [
  { when: 'it has none', expect: 'pass' },
  {
    when: 'it has one, whose name has to be quoted',
    given: { inline },
    expect: 'fail',
    message: /inline policies: read logs/,
    fix: { cli: "aws iam delete-group-policy --group-name admins --policy-name 'read logs'" },
  },
  {
    when: 'it has a managed policy alone',
    given: { attached: [{ name: 'read', arn: 'arn:aws:iam::111122223333:policy/read' }] },
    expect: 'pass',
  },
]);
