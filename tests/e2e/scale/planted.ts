import { unblocked, unrotated } from './answers.ts';
import { oldInstances, openGroups, plainVolumes, publicTemplates } from './ec2.ts';
import { adminPolicies, withoutMfa } from './iam.ts';
import { type Kind, countOf, countOfMakes, makes } from './population.ts';

/** Makes that fail a check (`all`: every one), and makes it does not judge. */
interface Planted {
  readonly fails?: readonly number[] | 'all';
  readonly skips?: readonly number[];
}

const everyMake = Array.from({ length: makes }, (_, make) => make);

/** What the checks of single resources must say of each kind, whatever else is in the account. */
const planted: Readonly<Partial<Record<Kind, Readonly<Record<string, Planted>>>>> = {
  volume: { 'ec2-ebs-volume-encrypted': { fails: plainVolumes } },
  snapshot: { 'ec2-ebs-snapshot-not-public': {} },
  securityGroup: {
    'ec2-security-group-no-open-ingress-all-ports': {},
    'ec2-security-group-no-open-ingress-any-port': { fails: openGroups },
    'ec2-security-group-no-open-ingress-high-risk-ports': { fails: openGroups },
    'ec2-security-group-no-open-ingress-rdp': {},
    'ec2-security-group-no-open-ingress-ssh': { fails: openGroups },
    'ec2-security-group-no-open-ipv4-admin-ports': { fails: openGroups },
    'ec2-security-group-no-open-ipv6-admin-ports': {},
  },
  instance: {
    'ec2-instance-cifs-not-exposed': {},
    'ec2-instance-imdsv2-required': { fails: oldInstances },
    'ec2-instance-no-public-ip': {},
    'ec2-instance-profile-attached': {},
    'ec2-instance-user-data-no-secrets': {},
  },
  launchTemplate: {
    'ec2-launch-template-no-public-ip': { fails: publicTemplates },
    'ec2-launch-template-user-data-no-secrets': {},
  },
  networkAcl: {
    'ec2-network-acl-no-open-ingress-any-port': {},
    'ec2-network-acl-no-open-ingress-rdp': {},
    'ec2-network-acl-no-open-ingress-ssh': {},
  },
  vpc: { 'vpc-flow-logs-enabled': { fails: 'all' }, 'vpc-s3-gateway-endpoint-exists': {} },
  endpoint: { 'vpc-endpoint-policy-not-public': { fails: 'all' } },
  lambda: { 'lambda-function-environment-no-secrets': {} },
  // Those of odd makes are SecureStrings, which nobody reads.
  parameter: { 'ssm-parameter-no-plaintext-secrets': { skips: everyMake.filter((make) => make % 2 === 1) } },
  stack: {
    'cloudformation-stack-outputs-no-secrets': {},
    'cloudformation-stack-parameters-no-plaintext-secrets': {},
    'cloudformation-stack-template-no-secrets': {},
  },
  taskDefinition: { 'ecs-task-definition-environment-no-secrets': {} },
  stateMachine: { 'stepfunctions-state-machine-definition-no-secrets': {} },
  project: { 'codebuild-project-environment-no-secrets': {}, 'codebuild-project-source-url-no-credentials': {} },
  key: { 'kms-key-rotation-enabled': { fails: unrotated }, 'kms-key-policy-not-public': {} },
  bucket: {
    's3-bucket-kms-encrypted': { fails: 'all' },
    's3-bucket-not-public': {},
    's3-bucket-public-access-blocked': { fails: unblocked },
  },
  role: { 'iam-role-administrator-access-not-attached': {}, 'iam-role-trust-not-public': {} },
  policy: { 'iam-customer-policy-no-wildcard-role-assumption': { fails: adminPolicies } },
  user: { 'iam-user-console-mfa-enabled': { fails: withoutMfa } },
};

/** How many findings of each status each of these checks must have in an account of so many resources. */
export function expectedFindings(resources: number): Record<string, Record<string, number>> {
  const expected: Record<string, Record<string, number>> = {};
  for (const [kind, checks] of Object.entries(planted) as [Kind, Readonly<Record<string, Planted>>][]) {
    for (const [check, { fails = [], skips = [] }] of Object.entries(checks)) {
      const judged = countOf(kind, resources) - countOfMakes(kind, resources, skips);
      const fail = fails === 'all' ? judged : countOfMakes(kind, resources, fails);
      expected[check] = { ...(fail > 0 ? { fail } : {}), ...(judged > fail ? { pass: judged - fail } : {}) };
    }
  }
  return expected;
}
