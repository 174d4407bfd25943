import { type Grammar, slot, type Template } from './grammar.ts';
import { githubOfOne } from './github.ts';
import type { OwnIssuer } from './types.ts';

const text = slot('free', /^[^:\n]+$/, 'unlisted', 'elsewhere');
const rest = slot('free', /^.+$/, 'unlisted', 'elsewhere');
const forms = (...templates: Template[]): Grammar => ({ forms: templates });

/** https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/ */
const dnsLabel = slot('free', /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/, 'unlisted', 'elsewhere');
const serviceAccounts = forms(['system:serviceaccount:', dnsLabel, ':', dnsLabel]);

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const eksDocs = 'https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html';

/** Issuers that each customer has for himself: other customers get tokens of another host or path. */
export const ownIssuers: readonly OwnIssuer[] = [
  ...githubOfOne,
  {
    name: 'an EKS cluster',
    docs: eksDocs,
    sharing: 'own',
    host: /^oidc(?:\.eks|-eks)\.[a-z0-9-]+\.(?:amazonaws\.com(?:\.cn)?|api\.aws)\/id\/[a-z0-9]+$/,
    subject: serviceAccounts,
  },
  {
    name: 'a Google Kubernetes Engine cluster',
    docs: 'https://cloud.google.com/kubernetes-engine/docs/concepts/workload-identity',
    sharing: 'own',
    host: /^container\.googleapis\.com\/v1\/projects\/[^/]+\/(?:locations|zones)\/[^/]+\/clusters\/[^/]+$/,
    subject: serviceAccounts,
  },
  {
    name: 'an Azure Kubernetes Service cluster',
    docs: 'https://learn.microsoft.com/azure/aks/use-oidc-issuer',
    sharing: 'own',
    host: new RegExp(`^[a-z0-9]+\\.oic\\.prod-aks\\.azure\\.com/${uuid}/${uuid}$`),
    subject: serviceAccounts,
  },
  {
    name: 'a CircleCI organization',
    docs: 'https://circleci.com/docs/guides/permissions-authentication/openid-connect-tokens/',
    sharing: 'own',
    host: new RegExp(`^oidc\\.circleci\\.com/org/${uuid}$`),
    subject: forms(
      ['org/', text, '/project/', text, '/user/', text],
      ['org/', text, '/project/', text, '/user/', text, '/vcs-origin/', rest, '/vcs-ref/', rest],
    ),
  },
  {
    name: 'a Bitbucket workspace',
    docs: 'https://support.atlassian.com/bitbucket-cloud/docs/integrate-pipelines-with-resource-servers-using-oidc/',
    sharing: 'own',
    host: /^api\.bitbucket\.org\/2\.0\/workspaces\/[^/]+\/pipelines-config\/identity\/oidc$/,
    subject: forms([text, ':', text], [text, ':', text, ':', text]),
  },
  {
    name: 'a Vercel team',
    docs: 'https://vercel.com/docs/oidc/reference',
    sharing: 'own',
    host: /^oidc\.vercel\.com\/[^/]+$/,
    subject: forms(['owner:', text, ':project:', text, ':environment:', text]),
  },
  {
    name: 'a Spacelift account',
    docs: 'https://docs.spacelift.io/integrations/cloud-providers/oidc',
    sharing: 'own',
    host: /^[a-z0-9-]+\.app(?:\.[a-z0-9-]+)?\.spacelift\.io$/,
    subject: forms([
      'space:',
      text,
      ':',
      slot('free', /^(?:stack|module)$/, 'stack'),
      ':',
      text,
      ':run_type:',
      text,
      ':scope:',
      rest,
    ]),
  },
  {
    name: 'a Fly.io organization',
    docs: 'https://fly.io/docs/security/openid-connect/',
    sharing: 'own',
    host: /^oidc\.fly\.io\/[^/]+$/,
    subject: forms([text, ':', text, ':', text]),
  },
  {
    name: 'a Semaphore organization',
    docs: 'https://docs.semaphore.io/using-semaphore/openid',
    sharing: 'own',
    host: /^[a-z0-9-]+\.semaphoreci\.com$/,
    subject: forms(['org:', text, ':project:', text, ':repo:', text, ':ref_type:', text, ':ref:', rest]),
  },
  {
    name: 'a domain of Buildkite for one customer',
    docs: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecuritytokenservice.html',
    sharing: 'own',
    host: /^agent\.[a-z0-9-]+\.buildkite\.(?:dev|site)$/,
  },
  {
    name: 'an Azure DevOps organization',
    docs: 'https://learn.microsoft.com/azure/devops/pipelines/library/add-resource-manager-service-connection-with-workload-identity',
    sharing: 'own',
    host: new RegExp(`^vstoken\\.dev\\.azure\\.com/${uuid}$`),
    subject: forms(['sc://', rest, '/', rest, '/', rest]),
  },
  {
    name: 'an Entra tenant',
    docs: 'https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference',
    sharing: 'own',
    host: new RegExp(
      `^(?:sts\\.windows\\.net/${uuid}/?|login\\.(?:microsoftonline\\.(?:com|us)|partner\\.microsoftonline\\.cn)/${uuid}/v2\\.0)$`,
    ),
  },
  {
    name: 'a Cognito user pool',
    docs: 'https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html',
    sharing: 'own',
    host: /^cognito-idp\.[a-z0-9-]+\.amazonaws\.com(?:\.cn)?\/[a-z0-9-]+_[a-z0-9]+$/,
  },
  {
    name: 'a Firebase project',
    docs: 'https://firebase.google.com/docs/auth/admin/verify-id-tokens',
    sharing: 'own',
    host: /^securetoken\.google\.com\/[^/]+$/,
  },
  {
    name: 'an Auth0 tenant',
    docs: 'https://auth0.com/docs/secure/tokens/id-tokens/id-token-structure',
    sharing: 'own',
    host: /^[a-z0-9-]+(?:\.[a-z]{2})?\.auth0\.com\/?$/,
  },
  {
    name: 'an Okta organization',
    docs: 'https://developer.okta.com/docs/concepts/auth-servers/',
    sharing: 'own',
    host: /^[a-z0-9-]+\.(?:okta|oktapreview|okta-emea|okta-gov)\.com(?:\/oauth2\/[^/]+)?$/,
  },
  {
    name: 'a OneLogin account',
    docs: 'https://developers.onelogin.com/openid-connect',
    sharing: 'own',
    host: /^[a-z0-9-]+\.onelogin\.com\/oidc\/\d+$/,
  },
  {
    name: 'an Oracle Cloud identity domain',
    docs: 'https://docs.oracle.com/en-us/iaas/Content/Identity/domains/overview.htm',
    sharing: 'own',
    host: /^idcs-[a-z0-9]+\.identity\.oraclecloud\.com(?::\d+)?$/,
  },
  {
    name: 'an AWS account',
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_outbound.html',
    sharing: 'own',
    host: new RegExp(`^${uuid}\\.tokens\\.sts\\.[a-z0-9.-]+$`),
  },
];
