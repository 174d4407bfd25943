import { notPublic } from '../../src/judgements/exposure/resource-policy.ts';
import { table, tablePolicy } from '../../src/services/dynamodb/table.ts';

export default notPublic(table, 'dynamodb-table-policy-not-public', {
  title: 'Policies of tables do not let strangers in',
  policy: tablePolicy,
  risk: 'Anybody with an AWS account reads, changes or deletes items, whichever of it the policy allows.',
  fix: {
    text: 'Replace the principal "*" by those that use the table, or limit it by aws:PrincipalAccount or aws:PrincipalOrgID.',
  },
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-bpa-rbp.html'],
});
