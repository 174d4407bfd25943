/** An identity provider whose tokens anybody can get, and where the subject names the tenant. */
export interface Issuer {
  readonly host: string;
  /** The part of a subject that is the tenant's; a literal that reaches past it names one tenant. */
  readonly tenant: RegExp;
  /** A subject of somebody else. */
  readonly subject: string;
  /** Other claims that name a tenant. */
  readonly claims: readonly string[];
  /** Claims that name who acts, in whatever tenant: he may be led to act in somebody else's. */
  readonly people?: readonly string[];
  /** The audience names the tenant, not just the receiver. */
  readonly audienceIsTenant: boolean;
}

/**
 * Providers that many customers share. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html
 * (IAM itself asks for a subject or an equivalent claim for these).
 */
export const sharedIssuers: readonly Issuer[] = [
  {
    host: 'token.actions.githubusercontent.com',
    tenant: /^repo:[^/*?]+\//,
    subject: 'repo:unlisted/unlisted:ref:refs/heads/main',
    claims: [
      'repository',
      'repository_id',
      'repository_owner',
      'repository_owner_id',
      'job_workflow_ref',
      'enterprise',
      'enterprise_id',
    ],
    people: ['actor', 'actor_id'],
    audienceIsTenant: false,
  },
  {
    host: 'gitlab.com',
    tenant: /^project_path:[^/*?]+\//,
    subject: 'project_path:unlisted/unlisted:ref_type:branch:ref:main',
    claims: ['namespace_path', 'namespace_id', 'project_path', 'project_id'],
    audienceIsTenant: false,
  },
  {
    host: 'app.terraform.io',
    tenant: /^organization:[^:*?]+:/,
    subject: 'organization:unlisted:project:p:workspace:w:run_phase:apply',
    claims: ['terraform_organization_id', 'terraform_workspace_id', 'terraform_project_id'],
    audienceIsTenant: false,
  },
  {
    host: 'agent.buildkite.com',
    tenant: /^organization:[^:*?]+:/,
    subject: 'organization:unlisted:pipeline:p',
    claims: ['organization_slug', 'organization_id', 'pipeline_id'],
    audienceIsTenant: false,
  },
  {
    host: 'oidc.vercel.com',
    tenant: /^owner:[^:*?]+:/,
    subject: 'owner:unlisted:project:p:environment:production',
    claims: ['owner', 'owner_id', 'project_id'],
    audienceIsTenant: false,
  },
  {
    host: 'app.pulumi.com',
    tenant: /^pulumi:deploy:org:[^:*?]+:/,
    subject: 'pulumi:deploy:org:unlisted:project:p',
    claims: [],
    audienceIsTenant: true,
  },
  {
    host: 'accounts.google.com',
    tenant: /^[^*?]+$/,
    subject: '100000000000000000007',
    claims: ['email', 'oaud'],
    audienceIsTenant: true,
  },
  {
    host: 'graph.facebook.com',
    tenant: /^[^*?]+$/,
    subject: '100000000000007',
    claims: ['id', 'app_id'],
    audienceIsTenant: true,
  },
  {
    host: 'www.amazon.com',
    tenant: /^[^*?]+$/,
    subject: 'amzn1.account.UNLISTED',
    claims: ['user_id', 'app_id'],
    audienceIsTenant: true,
  },
];
