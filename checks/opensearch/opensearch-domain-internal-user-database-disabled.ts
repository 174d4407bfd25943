import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { beingDeleted, domain } from '../../src/services/opensearch/domain.ts';

export default state(domain, 'opensearch-domain-internal-user-database-disabled', {
  title: 'OpenSearch domains keep no users of their own',
  at: 'details.ownUsers',
  is: {
    true: fail('{label} keeps users and passwords of its own; expected identities of IAM, SAML or Cognito only'),
    false: pass('{label} keeps no users of its own'),
  },
  unsaid: unknown('OpenSearch Service did not say whether {label} keeps users of its own'),
  unless: [beingDeleted],
  risk: 'Passwords in the domain are outside of IAM: no second factor, no expiry, and nobody takes them back when a person leaves.',
  fix: {
    text: 'Map roles of IAM, or groups of an identity provider, to the roles of the domain, make one of them the master user, move clients that use passwords over, and then turn the database off.',
    cli: 'aws opensearch update-domain-config --domain-name {id} --advanced-security-options InternalUserDatabaseEnabled=false,MasterUserOptions={MasterUserARN=MASTER_ROLE_ARN}',
  },
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html'],
});
