import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { beingDeleted, domain } from '../../src/services/opensearch/domain.ts';

export default state(domain, 'opensearch-domain-dashboards-federated-auth', {
  title: 'Dashboards of OpenSearch domains ask an identity provider',
  needs: ['details'],
  at: 'details.cognito',
  is: {
    true: pass('{label} lets people into its dashboards by Amazon Cognito'),
    false: ({ name, details: { saml } }) =>
      saml === true
        ? pass(`${name} lets people into its dashboards by SAML`)
        : fail(`${name} lets people into its dashboards by neither Amazon Cognito nor SAML`),
  },
  unsaid: ({ name, details: { saml } }) =>
    saml === true
      ? pass(`${name} lets people into its dashboards by SAML`)
      : unknown(`OpenSearch Service did not say whether ${name} lets people into its dashboards by Amazon Cognito`),
  unless: [beingDeleted],
  risk: 'Who opens the dashboards is known by an address, a shared password or not at all, with no second factor.',
  fix: {
    text: 'Let the dashboards ask a user pool of Amazon Cognito, or your identity provider by SAML (which needs fine-grained access control), and map its groups to roles of the domain.',
    cli: 'aws opensearch update-domain-config --domain-name {id} --cognito-options Enabled=true,UserPoolId=USER_POOL_ID,IdentityPoolId=IDENTITY_POOL_ID,RoleArn=ROLE_ARN',
  },
  references: [
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/cognito-auth.html',
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/saml.html',
  ],
});
