/** Builders for policy documents in tests. */
export type Json = Readonly<Record<string, unknown>>;

export const ACCOUNT = '111122223333';
export const OTHER = '444455556666';
export const MEMBER = '222233334444';
export const ORGANIZATION = { id: 'o-ownorg1234', accounts: [ACCOUNT, MEMBER] };
export const NOW = new Date('2026-01-15T12:00:00Z');

export const policy = (...statements: readonly Json[]): Json => ({ Version: '2012-10-17', Statement: statements });
export const allow = (more: Json = {}): Json => ({ Effect: 'Allow', ...more });
export const deny = (more: Json = {}): Json => ({ Effect: 'Deny', ...more });

/** The pages that the tables of cases rest on. */
export const docs = {
  conditions: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html',
  multivalued:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html',
  logic:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html',
  keys: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html',
  variables: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html',
  version: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html',
  principal: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
  notPrincipal: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html',
  notAction: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html',
  notResource: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notresource.html',
  action: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html',
  resource: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html',
  grammar: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
  evaluation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html',
  crossAccount:
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html',
  boundary: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
  session: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies.html#policies_session',
  scp: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html',
  rcp: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html',
  kms: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html',
  trust: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-trust-policy.html',
  oidc: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html',
  cognito: 'https://docs.aws.amazon.com/cognito/latest/developerguide/role-trust-and-permissions.html',
  s3Public: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
  s3Acl: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html',
  s3AccessPoints: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html',
  deputy: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
  lambdaUrl: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
  efs: 'https://docs.aws.amazon.com/efs/latest/ug/iam-access-control-nfs-efs.html',
  api: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html',
  sns: 'https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-use-cases.html',
  sqs: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-basic-examples-of-sqs-policies.html',
  opensearch: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ac.html',
  ram: 'https://docs.aws.amazon.com/ram/latest/userguide/getting-started-sharing.html',
} as const;
