import { askCustomerPolicies } from '../../src/judgements/policies/ask-policy.ts';
import { connectingToNamedUsers } from '../../src/judgements/policies/database-users.ts';

export default askCustomerPolicies('iam-policy-rds-db-connect-not-wildcard', {
  title: 'Customer policies name the database users that may be connected as',
  question: connectingToNamedUsers,
});
