import { type Grammar, slot, type Template } from './grammar.ts';
import { github } from './github.ts';
import type { SharedIssuer } from './types.ts';

const name = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/;
const tenantName = slot('tenant', name, 'unlisted', 'unlisted-2', 'elsewhere');
const freeName = slot('free', /^[^:\n]+$/, 'unlisted', 'elsewhere');
const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const tenantUuid = slot(
  'tenant',
  uuidForm,
  '00000000-0000-4000-8000-000000000007',
  '10000000-0000-4000-8000-000000000007',
  '20000000-0000-4000-8000-000000000007',
);
const region = slot('free', /^[a-z]{2}(?:-[a-z]+)+-\d$/, 'us-east-1', 'eu-west-1');
const gitRef = slot('free', /^[^\s~^:?*[\\]+$/, 'main', 'unlisted', 'v1');
const anything = slot('free', /^.+$/, 'unlisted', 'elsewhere');
const tenantText = slot('tenant', /^\S+$/, 'unlisted', 'elsewhere');
const digits = slot('tenant', /^\d{1,30}$/, '100000000000000000007', '200000000000000000007');
const person = slot('person', /^\S+$/, 'unlisted', 'elsewhere');

const forms = (...templates: Template[]): Grammar => ({ forms: templates });

/** Groups hold groups and projects; the first name is the tenant's. https://docs.gitlab.com/user/reserved_names/ */
const projectPath: Template = [
  slot('tenant', /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/, 'unlisted', 'unlisted-2', 'elsewhere'),
  '/',
  slot('free', /^[A-Za-z0-9_.-]+(?:\/[A-Za-z0-9_.-]+)*$/, 'unlisted', 'elsewhere'),
];
/** Other claims of a job's token, which a project can put behind the path in its subject. */
const gitlabParts: Readonly<Record<string, Template>> = {
  ref_type: [slot('free', /^(?:branch|tag)$/, 'branch', 'tag')],
  ref: [gitRef],
  ref_path: [slot('free', /^refs\/[^\s:]+$/, 'refs/heads/main')],
  ref_protected: [slot('free', /^(?:true|false)$/, 'true', 'false')],
  environment: [freeName],
  environment_protected: [slot('free', /^(?:true|false)$/, 'true', 'false')],
  deployment_tier: [freeName],
  pipeline_source: [freeName],
  runner_environment: [freeName],
  project_visibility: [freeName],
  namespace_path: [slot('tenant', /^[A-Za-z0-9_.-]+(?:\/[A-Za-z0-9_.-]+)*$/, 'unlisted', 'elsewhere')],
  namespace_id: [slot('tenant', /^\d+$/, '900000007', '900000009')],
  project_id: [slot('tenant', /^\d+$/, '900000008', '900000010')],
  user_id: [slot('person', /^\d+$/, '900000011')],
  user_login: [slot('person', /^[A-Za-z0-9_.-]+$/, 'unlisted', 'elsewhere')],
};

const terraformSubject = forms(
  ['organization:', tenantName, ':project:', freeName, ':workspace:', freeName, ':run_phase:', freeName],
  ['organization:', tenantName, ':workspace:', freeName, ':run_phase:', freeName],
  [
    'organization:',
    tenantName,
    ':project:',
    freeName,
    ':stack:',
    freeName,
    ':deployment:',
    freeName,
    ':operation:',
    freeName,
  ],
);

/** The domain tells whose an address is, but where everybody can have one. */
const address = forms(
  [
    slot('free', /^[^\s@]+$/, 'x'),
    '@',
    slot('tenant', /^(?!g(?:oogle)?mail\.com$)[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, 'unlisted.example.com'),
  ],
  [slot('tenant', /^[^\s@]+$/, 'unlisted'), '@', slot('free', /^g(?:oogle)?mail\.com$/, 'gmail.com')],
);

/** Whoever signs in: each user has a number of his own. */
const signIn = (value: typeof digits): Grammar => forms([value]);

/**
 * Issuers that many customers share. AWS lists those of which it asks a condition in new trust policies
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html); older policies stay as they are.
 */
export const sharedIssuers: readonly SharedIssuer[] = [
  github,
  {
    name: 'GitLab.com',
    docs: 'https://docs.gitlab.com/ci/secrets/id_token_authentication/',
    sharing: 'shared',
    hosts: ['gitlab.com'],
    subject: {
      forms: Object.entries(gitlabParts).map(([claim, value]): Template => [`${claim}:`, ...value]),
      joined: { first: [['project_path:', ...projectPath]] },
    },
    claims: {
      namespace_id: { value: slot('tenant', /^\d+$/, '900000007', '900000009') },
      pipeline_source: { value: anything },
      project_id: { value: slot('tenant', /^\d+$/, '900000008', '900000010') },
      ref_protected: { value: slot('free', /^(?:true|false)$/, 'true', 'false') },
      runner_environment: { value: anything },
      user_access_level: { value: anything },
      user_email: { value: person },
      user_id: { value: slot('person', /^\d+$/, '900000011') },
      user_login: { value: person },
    },
    unlisted: {
      namespace_path: { value: slot('tenant', /^[A-Za-z0-9_.-]+(?:\/[A-Za-z0-9_.-]+)*$/, 'unlisted', 'elsewhere') },
      project_path: { value: forms(projectPath) },
    },
  },
  {
    name: 'HCP Terraform',
    docs: 'https://developer.hashicorp.com/terraform/cloud-docs/dynamic-provider-credentials/workload-identity-tokens',
    sharing: 'shared',
    hosts: ['app.terraform.io', 'app.eu.terraform.io'],
    subject: terraformSubject,
    unlisted: {
      terraform_organization_id: { value: tenantText },
      terraform_organization_name: { value: tenantName },
      terraform_project_id: { value: tenantText },
      terraform_workspace_id: { value: tenantText },
      terraform_stack_id: { value: tenantText },
    },
  },
  {
    name: 'Buildkite',
    docs: 'https://buildkite.com/docs/agent/cli/reference/oidc',
    sharing: 'shared',
    hosts: ['agent.buildkite.com'],
    subject: forms(
      ['organization:', tenantName, ':pipeline:', freeName, ':ref:', gitRef, ':commit:', gitRef, ':step:', anything],
      ['organization:', tenantName, ':pipeline:', freeName, ':ref:', gitRef, ':commit:', gitRef, ':step:'],
      // one claim that does not change instead, an id
      [tenantUuid],
    ),
    claims: {
      build_branch: { value: gitRef },
      cluster_id: { value: tenantUuid, optional: true },
      cluster_name: { value: anything, optional: true },
      organization_id: { value: tenantUuid },
      organization_slug: { value: tenantName },
      pipeline_id: { value: tenantUuid },
      pipeline_slug: { value: anything },
    },
  },
  {
    name: 'Vercel (the issuer that all teams share)',
    docs: 'https://vercel.com/docs/oidc/reference',
    sharing: 'shared',
    hosts: ['oidc.vercel.com'],
    subject: forms(['owner:', tenantName, ':project:', freeName, ':environment:', freeName]),
    audience: forms(['https://vercel.com/', tenantName]),
    unlisted: {
      owner: { value: tenantName },
      owner_id: { value: tenantText },
      project_id: { value: tenantText },
    },
  },
  {
    name: 'Pulumi Cloud',
    docs: 'https://www.pulumi.com/docs/administration/access-identity/oidc-client/',
    sharing: 'shared',
    hosts: ['api.pulumi.com/oidc', 'api.pulumi.com/oidc/v2', 'app.pulumi.com'],
    subject: forms(
      [
        'pulumi:deploy:org:',
        tenantName,
        ':project:',
        freeName,
        ':stack:',
        freeName,
        ':operation:',
        freeName,
        ':scope:',
        freeName,
      ],
      ['pulumi:environments:org:', tenantName, ':env:', freeName],
      [
        'pulumi:environments:pulumi.organization.login:',
        tenantName,
        slot('free', /^(?::[^\n]+)?$/, ':currentEnvironment.name:unlisted', ''),
      ],
    ),
    audience: forms([tenantName], ['aws:', tenantName]),
  },
  {
    name: 'Codefresh',
    docs: 'https://codefresh.io/docs/docs/integrations/oidc-pipelines/',
    sharing: 'shared',
    hosts: ['oidc.codefresh.io'],
    subject: forms([
      'account:',
      slot('tenant', /^[0-9a-f]+$/, '64884faac2751b77ca700007'),
      ':pipeline:',
      freeName,
      ':',
      anything,
    ]),
  },
  {
    name: 'Scalr',
    docs: 'https://docs.scalr.io/docs/aws',
    sharing: 'shared',
    hosts: ['scalr.io'],
    subject: forms(
      ['account:', tenantName, ':environment:', freeName, ':workspace:', freeName],
      ['account:', tenantName, ':environment:', freeName, ':workspace:', freeName, ':', anything],
    ),
  },
  {
    name: 'Upbound',
    docs: 'https://docs.upbound.io/manuals/packages/providers/authentication/',
    sharing: 'shared',
    hosts: ['proidc.upbound.io'],
    subject: forms([
      'mcp:',
      tenantName,
      '/',
      freeName,
      ':',
      slot('free', /^(?:provider|function|configuration)$/, 'provider'),
      ':',
      freeName,
    ]),
  },
  {
    name: 'Google',
    docs: 'https://developers.google.com/identity/openid-connect/openid-connect#an-id-tokens-payload',
    sharing: 'shared',
    hosts: ['accounts.google.com'],
    subject: signIn(digits),
    audience: forms([tenantText]),
    isApp: true,
    claims: {
      oaud: { value: tenantText, isApp: true },
      email: { value: address, optional: true },
      'google/organization_number': { value: digits, optional: true },
    },
    unlisted: { hd: { value: tenantText, optional: true } },
  },
  {
    name: 'Facebook',
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif',
    sharing: 'shared',
    hosts: ['graph.facebook.com', 'www.facebook.com'],
    subject: signIn(digits),
    audience: forms([digits]),
    isApp: true,
    claims: { app_id: { value: digits, isApp: true }, id: { value: digits } },
  },
  {
    name: 'Login with Amazon',
    docs: 'https://developer.amazon.com/docs/login-with-amazon/customer-profile.html',
    sharing: 'shared',
    hosts: ['www.amazon.com'],
    subject: forms(['amzn1.account.', slot('tenant', /^[A-Z0-9]+$/, 'UNLISTED0000')]),
    audience: forms([tenantText]),
    isApp: true,
    claims: {
      app_id: {
        value: slot('tenant', /^amzn1\.application(?:-oa2-client)?\.\S+$/, 'amzn1.application.unlisted'),
        isApp: true,
      },
      user_id: { value: slot('tenant', /^amzn1\.account\.[A-Z0-9]+$/, 'amzn1.account.UNLISTED0000') },
    },
  },
  {
    name: 'Sign in with Apple',
    docs: 'https://developer.apple.com/documentation/signinwithapple/authenticating-users-with-sign-in-with-apple',
    sharing: 'shared',
    hosts: ['appleid.apple.com'],
    subject: forms([slot('tenant', /^\d{6}\.[0-9a-f]{32}\.\d{4}$/, '000007.0123456789abcdef0123456789abcdef.0007')]),
    audience: forms([tenantText]),
    isApp: true,
    claims: { email: { value: slot('tenant', /^[^\s@]+@[^\s@]+$/, 'x@unlisted.example.com'), optional: true } },
  },
  {
    // accounts that everybody can open, in a tenant of Microsoft's
    name: 'Microsoft accounts',
    docs: 'https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference',
    sharing: 'shared',
    hosts: ['login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0', 'login.live.com'],
    subject: forms([tenantText]),
    audience: forms([tenantUuid]),
    isApp: true,
    claims: { email: { value: slot('tenant', /^[^\s@]+@[^\s@]+$/, 'x@unlisted.example.com'), optional: true } },
  },
  // of these AWS's list says that they are shared and which claim tells whose a token is, not what it looks like
  ...[
    ['DVC Studio', 'studio.datachain.ai/api'],
    ['GitHub audit log streaming', 'oidc-configuration.audit-log.githubusercontent.com'],
    ['Shisho Cloud', 'tokens.cloud.shisho.dev'],
    ['IBM Turbonomic', 'oidc.op1.openshiftapps.com/2f785sojlpb85i7402pk3qogugim5nfb'],
    ['IBM Turbonomic', 'oidc.op1.openshiftapps.com/2c51blsaqa9gkjt0o9rt11mle8mmropu'],
  ].map(([title = '', host = '']): SharedIssuer => ({
    name: title,
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html',
    sharing: 'shared',
    hosts: [host],
    subject: forms([tenantText]),
  })),
  {
    // Microsoft's own tenant: the service asks for the role of every customer, and names his workspace in the session
    name: 'Microsoft Sentinel',
    docs: 'https://learn.microsoft.com/azure/sentinel/connect-aws',
    sharing: 'shared',
    hosts: [
      'sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d',
      'sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d/',
    ],
    subject: forms([slot('free', uuidForm, '00000000-0000-4000-8000-000000000007')]),
    sessionName: forms(['MicrosoftSentinel_', tenantUuid]),
  },
  {
    name: 'sandboxes.cloud',
    docs: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html',
    sharing: 'shared',
    hosts: ['sandboxes.cloud'],
    subject: forms([anything]),
    audience: forms([tenantText]),
  },
];

/** Identities of Cognito's pools: the audience is the pool. https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html */
export const cognitoId: Grammar = forms([region, ':', tenantUuid]);
