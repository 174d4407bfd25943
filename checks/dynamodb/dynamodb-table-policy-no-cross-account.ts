import { trustedOnly } from '../../src/judgements/exposure/resource-policy.ts';
import { table, tablePolicy } from '../../src/services/dynamodb/table.ts';

export default trustedOnly(table, 'dynamodb-table-policy-no-cross-account', {
  title: 'Policies of tables let in trusted accounts only',
  policy: tablePolicy,
  risk: 'Who controls the other account reads or changes items; when it is broken into, your table is too.',
  fix: {
    text: 'Remove accounts that do not need the table from its policy, or limit it to your organization (aws:PrincipalOrgID). List partners and your own other accounts as trusted accounts in the configuration.',
  },
  references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-cross-account-access.html'],
});
