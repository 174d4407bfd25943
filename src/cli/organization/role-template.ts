import type { PolicyDocument, RolePolicies } from '../../engine/least-policy.ts';
import { leastPolicies, managedPoliciesOfRole, rolePolicies } from '../../engine/least-policy.ts';

/** What the role is a template for. */
export const roleTemplates = ['cloudformation', 'terraform'] as const;
export type RoleTemplate = (typeof roleTemplates)[number];

/** The name of the role unless another is chosen. */
const defaultRoleName = 'audit';

/** What whoever plans a scan of all accounts reads of the organization, in its management or a delegated administrator's account. */
export const organizationActions: readonly string[] = [
  'organizations:DescribeOrganization',
  'organizations:ListAccounts',
  'organizations:ListAccountsForParent',
  'organizations:ListOrganizationalUnitsForParent',
  'organizations:ListRoots',
];

/** CloudFormation takes no larger template in a request; from S3 it takes 1 MB (its quotas: "Template body size"). */
const mostInRequest = 51_200;

interface Template {
  readonly text: string;
  /** What somebody has to know who uses it. */
  readonly notes: readonly string[];
}

/** A role with the least policy of a run, which an auditor's principal may assume. @param actions of the run */
export function roleTemplate(kind: RoleTemplate, actions: readonly string[]): Template {
  const own = new Set(leastPolicies(actions).flatMap(({ Statement }) => Statement.flatMap(({ Action }) => Action)));
  const organization = organizationActions.filter((action) => !own.has(action));
  const others = organization.length === 0 ? 0 : 1;
  const policies = rolePolicies(actions, others);
  const text = (kind === 'cloudformation' ? cloudFormation : terraform)(policies, organization);
  const attached = policies.managed.length + others;
  return {
    text,
    notes: [
      ...(attached > managedPoliciesOfRole
        ? [
            `the role has ${attached} managed policies: raise IAM's quota "Managed policies attached to a role" (${managedPoliciesOfRole}) in every account first`,
          ]
        : []),
      ...(policies.inline === undefined ? [] : ['what no managed policy had room for is an inline policy']),
      ...(kind === 'cloudformation' && Buffer.byteLength(text) > mostInRequest
        ? [`the template has more than ${mostInRequest} bytes: CloudFormation takes it from S3 only (--template-url)`]
        : []),
    ],
  };
}

/** Actions as a list in brackets, as many a line as fit. */
function wrapped(actions: readonly string[], indent: string, quote: string): string {
  const lines: string[] = [];
  let line = '';
  for (const action of actions) {
    const word = `${quote}${action}${quote},`;
    if (line !== '' && indent.length + line.length + word.length + 1 > 120) {
      lines.push(`${indent}${line}`);
      line = '';
    }
    line += line === '' ? word : ` ${word}`;
  }
  return [...lines, `${indent}${line}`].join('\n');
}

export const actionsOf = ({ Statement }: PolicyDocument): readonly string[] =>
  Statement.flatMap(({ Action }) => Action);
export const sidOf = ({ Statement }: PolicyDocument): string => Statement[0]?.Sid ?? '';

/** A policy document, indented. */
export const yamlStatement = (sid: string, actions: readonly string[], indent: string): string =>
  `${indent}Version: '2012-10-17'
${indent}Statement:
${indent}  - Sid: ${sid}
${indent}    Effect: Allow
${indent}    Action: [
${wrapped(actions, `${indent}      `, '')}
${indent}    ]
${indent}    Resource: '*'`;

function cloudFormation({ managed, inline }: RolePolicies, organization: readonly string[]): string {
  const policy = (name: string, description: string, sid: string, actions: readonly string[], condition = '') => `
  ${name}:
    Type: AWS::IAM::ManagedPolicy
${condition === '' ? '' : `    Condition: ${condition}\n`}    Properties:
      Description: ${description}
      Roles: [!Ref AuditRole]
      PolicyDocument:
${yamlStatement(sid, actions, '        ')}
`;
  return `AWSTemplateFormatVersion: '2010-09-09'
Description: >-
  A role with which an auditor reads this account's configuration, and nothing else: exactly the actions that
  \`audit policy\` prints. The same template is for a StackSet (one region: IAM is global) and, since StackSets skip it,
  for a stack in the management account, there with ReadsOrganization=true.
Parameters:
  AuditorPrincipal:
    Type: String
    Description: ARN of the role or user that assumes this role, or of its account's root
    AllowedPattern: ^arn:aws[a-z-]*:iam::[0-9]{12}:(root|(role|user)/[A-Za-z0-9+=,.@_/-]+)$
    ConstraintDescription: An ARN such as arn:aws:iam::111122223333:role/audit-runner
  ExternalId:
    Type: String
    Description: What the auditor has to name when it assumes the role (--external-id)
    MinLength: 2
    MaxLength: 1224
    AllowedPattern: ^[A-Za-z0-9+=,.@:/_-]+$
  OrganizationId:
    Type: String
    Description: Only principals of this organization may assume the role (aws:PrincipalOrgID); empty where the auditor is of another
    Default: ''
    AllowedPattern: ^(o-[a-z0-9]{10,32})?$
  EndDate:
    Type: String
    Description: From then on nobody may assume the role (UTC, e.g. 2027-01-31T00:00:00Z); empty for no end
    Default: ''
    AllowedPattern: ^([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?$
  RoleName:
    Type: String
    Description: Name of the role, the same in every account (--role-name)
    Default: ${defaultRoleName}
    MinLength: 1
    MaxLength: 64
    AllowedPattern: ^[A-Za-z0-9+=,.@_-]+$
  ReadsOrganization:
    Type: String
    Description: Whether the role may also list the organization's accounts; true in the management account, or a delegated administrator's
    Default: 'false'
    AllowedValues: ['true', 'false']
Conditions:
  OfOrganization: !Not [!Equals [!Ref OrganizationId, '']]
  Ends: !Not [!Equals [!Ref EndDate, '']]${organization.length === 0 ? '' : "\n  ListsAccounts: !Equals [!Ref ReadsOrganization, 'true']"}
Resources:
  AuditRole:
    Type: AWS::IAM::Role
    Properties:
      RoleName: !Ref RoleName
      Description: Reads this account's configuration for an audit
      MaxSessionDuration: 3600
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              AWS: !Ref AuditorPrincipal
            Action: sts:AssumeRole
            Condition:
              StringEquals: !If
                - OfOrganization
                - sts:ExternalId: !Ref ExternalId
                  aws:PrincipalOrgID: !Ref OrganizationId
                - sts:ExternalId: !Ref ExternalId
              DateLessThan: !If
                - Ends
                - aws:CurrentTime: !Ref EndDate
                - !Ref AWS::NoValue
${
  inline === undefined
    ? ''
    : `      Policies:
        - PolicyName: audit-read
          PolicyDocument:
${yamlStatement(sidOf(inline), actionsOf(inline), '            ')}
`
}${managed
    .map((each, at) =>
      policy(`ReadPolicy${at + 1}`, `Part ${at + 1} of what an audit reads`, sidOf(each), actionsOf(each)),
    )
    .join('')}${
    organization.length === 0
      ? ''
      : policy(
          'OrganizationPolicy',
          "Lists the organization's accounts",
          'AuditListAccounts',
          organization,
          'ListsAccounts',
        )
  }Outputs:
  RoleArn:
    Description: What the auditor assumes
    Value: !GetAtt AuditRole.Arn
`;
}

const hclPolicy = (sid: string, actions: readonly string[]): string => `jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid      = "${sid}"
      Effect   = "Allow"
      Resource = "*"
      Action = [
${wrapped(actions, '        ', '"')}
      ]
    }]
  })`;

function terraform({ managed, inline }: RolePolicies, organization: readonly string[]): string {
  const policy = (name: string, suffix: string, description: string, document: string, count = '') => `
resource "aws_iam_policy" "${name}" {
${count === '' ? '' : `  count       = ${count}\n`}  name        = "\${var.role_name}-${suffix}"
  description = "${description}"
  policy = ${document}
}

resource "aws_iam_role_policy_attachment" "${name}" {
${count === '' ? '' : `  count      = ${count}\n`}  role       = aws_iam_role.audit.name
  policy_arn = aws_iam_policy.${name}${count === '' ? '' : '[0]'}.arn
}
`;
  return `# A role with which an auditor reads this account's configuration, and nothing else: exactly the actions that
# \`audit policy\` prints. Apply it in every account; in the management account with reads_organization = true.

terraform {
  required_version = ">= 1.3"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.0"
    }
  }
}

variable "auditor_principal" {
  description = "ARN of the role or user that assumes this role, or of its account's root"
  type        = string
  validation {
    condition     = can(regex("^arn:aws[a-z-]*:iam::[0-9]{12}:(root|(role|user)/[A-Za-z0-9+=,.@_/-]+)$", var.auditor_principal))
    error_message = "An ARN such as arn:aws:iam::111122223333:role/audit-runner."
  }
}

variable "external_id" {
  description = "What the auditor has to name when it assumes the role (--external-id)"
  type        = string
  validation {
    condition     = can(regex("^[A-Za-z0-9+=,.@:/_-]{2,}$", var.external_id)) && length(var.external_id) <= 1224
    error_message = "2 to 1,224 letters, digits and +=,.@:/_-."
  }
}

variable "organization_id" {
  description = "Only principals of this organization may assume the role (aws:PrincipalOrgID); empty where the auditor is of another"
  type        = string
  default     = ""
  validation {
    condition     = can(regex("^(o-[a-z0-9]{10,32})?$", var.organization_id))
    error_message = "An organization's id, such as o-a1b2c3d4e5."
  }
}

variable "end_date" {
  description = "From then on nobody may assume the role (UTC, e.g. 2027-01-31T00:00:00Z); empty for no end"
  type        = string
  default     = ""
  validation {
    condition     = can(regex("^([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)?$", var.end_date))
    error_message = "A time in UTC, such as 2027-01-31T00:00:00Z."
  }
}

variable "role_name" {
  description = "Name of the role, the same in every account (--role-name)"
  type        = string
  default     = "${defaultRoleName}"
  validation {
    condition     = can(regex("^[A-Za-z0-9+=,.@_-]{1,64}$", var.role_name))
    error_message = "1 to 64 letters, digits and +=,.@_-."
  }
}

variable "reads_organization" {
  description = "Whether the role may also list the organization's accounts; true in the management account, or a delegated administrator's"
  type        = bool
  default     = false
}

resource "aws_iam_role" "audit" {
  name                 = var.role_name
  description          = "Reads this account's configuration for an audit"
  max_session_duration = 3600
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = var.auditor_principal }
      Action    = "sts:AssumeRole"
      Condition = {
        for operator, keys in {
          StringEquals = {
            for key, value in { "sts:ExternalId" = var.external_id, "aws:PrincipalOrgID" = var.organization_id } :
            key => value if value != ""
          }
          DateLessThan = { for key, value in { "aws:CurrentTime" = var.end_date } : key => value if value != "" }
        } : operator => keys if length(keys) > 0
      }
    }]
  })
}
${managed
  .map((each, at) =>
    policy(
      `read_${at + 1}`,
      `read-${at + 1}`,
      `Part ${at + 1} of what an audit reads`,
      hclPolicy(sidOf(each), actionsOf(each)),
    ),
  )
  .join('')}${
    inline === undefined
      ? ''
      : `
resource "aws_iam_role_policy" "read" {
  name = "audit-read"
  role = aws_iam_role.audit.name
  policy = ${hclPolicy(sidOf(inline), actionsOf(inline))}
}
`
  }${
    organization.length === 0
      ? ''
      : policy(
          'organization',
          'organization',
          "Lists the organization's accounts",
          hclPolicy('AuditListAccounts', organization),
          'var.reads_organization ? 1 : 0',
        )
  }
output "role_arn" {
  description = "What the auditor assumes"
  value       = aws_iam_role.audit.arn
}
`;
}
