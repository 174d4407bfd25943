/** What every check must say of the accounts; see the other files of this folder for how they are built. */
export interface Expected {
  readonly fail?: readonly string[];
  readonly pass?: readonly string[];
  readonly unknown?: readonly string[];
  readonly manual?: readonly string[];
}

/** All of some resources pass but these. */
const failing = (all: readonly string[], fail: readonly string[]): Expected => ({
  fail,
  pass: all.filter((name) => !fail.includes(name)),
});
const passing = (all: readonly string[], pass: readonly string[]): Expected => ({
  fail: all.filter((name) => !pass.includes(name)),
  pass,
});

/** The organization as `main` sees it is badly guarded, the one that `second` manages is guarded well. */
const ofOrganization: Expected = { fail: ['The organization'], pass: ['second: The organization'] };
/** On in `main`, in us-east-1 alone. */
const inspection = (what: string): Expected => ({
  fail: [
    `${what} in eu-west-1`,
    ...['second', 'bare'].flatMap((name) =>
      ['eu-west-1', 'us-east-1'].map((region) => `${name}: ${what} in ${region}`),
    ),
  ],
  pass: [`${what} in us-east-1`],
});
const groups = [
  'default of closed-vpc',
  'default of open-vpc',
  'internal',
  'open-database',
  'open-everything',
  'open-rdp-ipv6',
  'open-ssh',
  'second: default of second-vpc',
  'web',
];
const roles = [
  'app-server',
  'breakglass',
  'github-any',
  'gitlab-main',
  'lambda-worker',
  'open-to-all',
  'operator',
  'partner-reader',
  'partner-writer',
  'people-any',
  'people-of-aws',
  'second: support',
  'sns-feedback',
];
const users = ['alice', 'bob', 'carol', 'ci-deploy', 'dave', 'old-bot', 'second: rotated-bot', 'sts-bot'];
const buckets = [
  'acme-access-logs',
  'acme-acl-list',
  'acme-acl-write',
  'acme-config-open',
  'acme-dropbox',
  'acme-kms',
  'acme-private',
  'acme-shared',
  'acme-site',
  'acme-trail',
  'acme-trail-open',
  'second: second-access-logs',
  'second: second-config',
  'second: second-trail',
];
const inline = [
  'group/developers/read-logs',
  'role/app-server/escalate',
  'role/app-server/read-config',
  'role/breakglass/all',
  'role/lambda-worker/decrypt-all',
  'role/open-to-all/escalate',
  'role/open-to-all/upload',
  'role/partner-writer/escalate',
  'role/partner-writer/trail-admin',
  'role/sns-feedback/all-but-billing',
  'user/ci-deploy/deploy',
  'user/sts-bot/escalate',
];
const policies = ['all-but-iam', 'assume-any', 'decrypt-any', 'everything', 'everything-unused', 'read-reports'];
const keys = [
  'acme-imported',
  'acme-imported-kept',
  'acme-leaving',
  'acme-mixed-duties',
  'acme-open',
  'acme-partner',
  'acme-rotated',
  'acme-still',
  'acme-wild',
  'second: dnssec',
];
const withKeys = ['ci-deploy', 'dave', 'old-bot', 'second: rotated-bot', 'sts-bot'];

/** Settings that exist once per account: well in `second` alone. */
const onlySecond: Expected = { fail: ['The account', 'bare: The account'], pass: ['second: The account'] };
/** A protection plan of GuardDuty. */
const protectionPlan: Expected = {
  fail: [
    'GuardDuty in eu-west-1',
    'bare: GuardDuty in eu-west-1',
    'bare: GuardDuty in us-east-1',
    'second: GuardDuty in eu-west-1',
  ],
  pass: ['GuardDuty in us-east-1', 'second: GuardDuty in us-east-1'],
};
/** What `main` lacks and `second` has, where the question does not arise in `bare`. */
const notMain: Expected = { fail: ['The account'], pass: ['second: The account'] };
const trail: Expected = { fail: ['weak-trail'], pass: ['second: org-trail', 'strong-trail'] };
/** What is wrong in `main` only. */
const nearQuota: Expected = { fail: ['second: The account'], pass: ['The account', 'bare: The account'] };
const regionalQuota: Expected = {
  fail: ['eu-west-1'],
  pass: ['bare: eu-west-1', 'bare: us-east-1', 'second: eu-west-1', 'second: us-east-1', 'us-east-1'],
};
const quotaInSecond: Expected = {
  fail: ['second: us-east-1'],
  pass: ['bare: eu-west-1', 'bare: us-east-1', 'eu-west-1', 'second: eu-west-1', 'us-east-1'],
};
const allButMain: Expected = { fail: ['The account'], pass: ['bare: The account', 'second: The account'] };
const vpn: Expected = { fail: ['vpn-weak'], pass: ['vpn-strong'] };
const stack: Expected = { fail: ['leaky-stack'], pass: ['clean-stack'] };
const instance: Expected = { fail: ['second: second-1', 'web-1'], pass: ['app-1'] };
const metadata: Expected = {
  fail: ['EC2 settings in eu-west-1', 'bare: EC2 settings in eu-west-1', 'second: EC2 settings in eu-west-1'],
  pass: ['EC2 settings in us-east-1', 'bare: EC2 settings in us-east-1', 'second: EC2 settings in us-east-1'],
};
const acl: Expected = {
  fail: ['acl of open-vpc', 'second: acl of second-vpc'],
  pass: ['acl of closed-vpc', 'acl-denying'],
};
const vpc: Expected = { fail: ['open-vpc', 'second: second-vpc'], pass: ['closed-vpc'] };

const task: Expected = { fail: ['leaky-task:1'], pass: ['clean-task:1'] };
const bus: Expected = {
  fail: ['open-bus'],
  pass: ['', 'bare: ', 'second: '].flatMap((account) => [`${account}default`, `${account}default`]),
};
const topic: Expected = {
  fail: ['open-topic'],
  pass: ['second: security-alarms', 'security-alarms', 'topic of clean-stack', 'topic of leaky-stack'],
};
const instanceOfDatabase: Expected = { fail: ['legacy'], pass: ['ledger-1', 'orders'] };
/** Without what is in a cluster, which is judged there. */
const standalone: Expected = { fail: ['legacy'], pass: ['orders'] };

const classics = ['second: protected-classic', 'second: unprotected-classic'];
const protectedClassic = { fail: ['second: unprotected-classic'], pass: ['second: protected-classic'] };
const networkBalancers = { fail: ['second: network-lb'], pass: ['second: partner-lb'] };
const tls = ['second: network-lb (TLS 8444)', 'second: partner-lb (TLS 8444)'];
const cdns = { fail: ['second: unprotected-cdn.example.com'], pass: ['second: protected-cdn.example.com'] };
const otherAlbs = ['second: internal-alb', 'second: unprotected-alb'];
const protectedAlb = { fail: otherAlbs, pass: ['second: protected-alb'] };

/**
 * By check. A resource is named as reports name it, or as the account's builder labels it; those of `second` and `bare`
 * have the account in front.
 */
export const expected: Readonly<Record<string, Expected>> = {
  'accessanalyzer-external-analyzer-enabled': {
    fail: [
      'IAM Access Analyzer in eu-west-1',
      'bare: IAM Access Analyzer in eu-west-1',
      'bare: IAM Access Analyzer in us-east-1',
      'second: IAM Access Analyzer in eu-west-1',
      'second: IAM Access Analyzer in us-east-1',
    ],
    pass: ['IAM Access Analyzer in us-east-1'],
  },

  'accessanalyzer-internal-access-analyzer-enabled': {
    fail: [
      'IAM Access Analyzer in eu-west-1',
      'bare: IAM Access Analyzer in eu-west-1',
      'bare: IAM Access Analyzer in us-east-1',
      'second: IAM Access Analyzer in eu-west-1',
      'second: IAM Access Analyzer in us-east-1',
    ],
    pass: ['IAM Access Analyzer in us-east-1'],
  },

  'account-contact-details-current': { fail: ['The account', 'bare: The account'], manual: ['second: The account'] },
  'account-security-contact-registered': onlySecond,

  'acm-certificate-export-reviewed': {
    manual: ['partners.example.com'],
    pass: ['internal.example.com', 'shop.example.com'],
  },
  'acm-certificate-in-use': {
    fail: ['old.example.com'],
    pass: ['erp.example.com', 'internal.example.com', 'shop.example.com'],
  },
  'acm-certificate-key-algorithm-strong': {
    fail: ['erp.example.com'],
    pass: ['internal.example.com', 'old.example.com', 'partners.example.com', 'shop.example.com'],
  },
  'acm-certificate-no-wildcard-domain': {
    fail: ['partners.example.com'],
    pass: ['erp.example.com', 'shop.example.com'],
  },
  'acm-certificate-not-expired': {
    fail: ['old.example.com'],
    pass: ['erp.example.com', 'internal.example.com', 'partners.example.com', 'shop.example.com'],
  },
  'acm-certificate-not-expiring-soon': {
    fail: ['old.example.com', 'partners.example.com'],
    pass: ['erp.example.com', 'shop.example.com'],
  },
  'acm-certificate-not-revoked': {
    fail: ['internal.example.com'],
    pass: ['erp.example.com', 'old.example.com', 'partners.example.com', 'shop.example.com'],
  },
  'acm-certificate-renewal-eligible': { fail: ['erp.example.com'], pass: ['partners.example.com', 'shop.example.com'] },
  'acm-certificate-renewal-not-failed': { fail: ['partners.example.com'], pass: ['shop.example.com'] },
  'acm-certificate-transparency-logging-enabled': { fail: ['partners.example.com'], pass: ['shop.example.com'] },
  'acm-certificate-validity-within-browser-limit': {
    manual: ['erp.example.com'],
    pass: ['partners.example.com', 'shop.example.com'],
  },

  'acmpca-certificate-authority-crl-bucket-not-public': { fail: ['Partners'], pass: ['Services'] },
  'acmpca-certificate-authority-key-algorithm-strong': {
    pass: ['Devices', 'Former root', 'Partners', 'Root', 'Services'],
  },
  'acmpca-certificate-authority-not-expiring': {
    fail: ['Devices'],
    pass: ['Former root', 'Partners', 'Root', 'Services'],
  },
  'acmpca-certificate-authority-policy-not-public': {
    fail: ['Devices'],
    pass: ['Former root', 'Partners', 'Root', 'Services'],
  },
  'acmpca-certificate-authority-revocation-configured': {
    fail: ['Devices'],
    pass: ['Former root', 'Partners', 'Root', 'Services'],
  },
  'acmpca-root-ca-disabled': { fail: ['Root'], pass: ['Former root'] },
  'apigateway-domain-name-tls-policy-strong': { fail: ['old.example.com'], pass: ['api.example.com'] },
  'apigateway-http-stage-variables-no-secrets': { fail: ['orders/leaky'], pass: ['orders/clean'] },
  'apigateway-rest-api-authorizer-configured': { fail: ['shop'] },
  'apigateway-rest-api-endpoint-access-mode-strict': { unknown: ['shop'] },
  'apigateway-rest-api-public-endpoint-authorized': { fail: ['shop'] },
  'apigateway-rest-api-security-policy-strong': { unknown: ['shop'] },
  'apigateway-stage-execution-logging-enabled': { fail: ['shop/clean', 'shop/leaky'] },
  'apigateway-stage-variables-no-secrets': { fail: ['shop/leaky'], pass: ['shop/clean'] },
  'apigateway-stage-waf-attached': { fail: ['shop/clean', 'shop/leaky'] },
  'apigateway-stage-xray-tracing-enabled': { unknown: ['shop/clean', 'shop/leaky'] },
  'apigateway-v2-api-authorizer-configured': {},
  'apigateway-v2-stage-access-logging-enabled': { fail: ['orders/clean', 'orders/leaky'] },
  'appsync-graphql-api-key-auth-not-used': { fail: ['catalogue'], pass: ['accounts'] },

  'accountaccess-entitlement-no-administrator': { fail: ['ent-operator'], pass: ['ent-partner-reader'] },
  'artifact-baa-agreement-active': {
    fail: ['bare: AWS Artifact', 'second: AWS Artifact'],
    pass: ['AWS Artifact'],
  },
  'artifact-notifications-subscribed': {
    fail: ['AWS Artifact', 'second: AWS Artifact'],
    pass: ['bare: AWS Artifact'],
  },

  'artifact-organization-agreement-active': { fail: ['AWS Artifact', 'second: AWS Artifact'] },
  'autoscaling-launch-configuration-imdsv2-required': { fail: ['old-web'], pass: ['workers'] },
  'autoscaling-launch-configuration-no-public-ip': { fail: ['old-web'], pass: ['workers'] },

  'backup-critical-resources-protected': { fail: ['AWS Backup in us-east-1'] },
  'backup-plan-exists': {
    fail: [
      'bare: AWS Backup in eu-west-1',
      'bare: AWS Backup in us-east-1',
      'second: AWS Backup in eu-west-1',
      'second: AWS Backup in us-east-1',
    ],
    pass: ['AWS Backup in eu-west-1', 'AWS Backup in us-east-1'],
  },
  'backup-plan-has-resources': { fail: ['empty'], pass: ['nightly', 'tagged'] },
  'backup-recovery-point-encrypted': { fail: ['a2'], pass: ['a1'] },
  'backup-vault-access-policy-attached': { fail: ['apart', 'bare'], pass: ['kept', 'open'] },
  'backup-vault-encrypted': { pass: ['apart', 'bare', 'kept', 'open'] },
  'backup-vault-encrypted-cmk': { fail: ['apart'], pass: ['open'], unknown: ['bare', 'kept'] },
  'backup-vault-lock-enabled': { fail: ['bare', 'open'], pass: ['apart', 'kept'] },
  'backup-vault-policy-not-public': { fail: ['open'], pass: ['apart', 'bare', 'kept'] },
  'backup-vault-recovery-point-deletion-denied': { fail: ['bare', 'open'], pass: ['apart', 'kept'] },

  'bedrock-agentcore-browser-not-public-network': { fail: ['shopping'], pass: ['research'] },
  'bedrock-agentcore-code-interpreter-private-network': { fail: ['charts', 'tables'], pass: ['ledger'] },
  'bedrock-agentcore-gateway-inbound-authorized': { fail: ['weather'], pass: ['orders', 'support'] },
  'bedrock-agentcore-runtime-vpc-mode': { fail: ['concierge', 'helpdesk'], pass: ['planner'] },
  'bedrock-guardrail-enforced-for-account': {
    fail: [
      'Bedrock in eu-west-1',
      'bare: Bedrock in eu-west-1',
      'bare: Bedrock in us-east-1',
      'second: Bedrock in eu-west-1',
      'second: Bedrock in us-east-1',
    ],
    pass: ['Bedrock in us-east-1'],
  },
  'bedrock-resource-policy-not-public': { fail: ['manuals'], pass: ['people'] },
  'bedrockagentcore-resource-policy-not-public': { fail: ['concierge'], pass: ['helpdesk', 'planner'] },

  'cloudformation-stack-outputs-no-secrets': stack,
  'cloudformation-stack-parameters-no-plaintext-secrets': stack,
  'cloudformation-stack-template-no-secrets': stack,

  'cloudfront-distribution-access-logging-enabled': cdns,
  'cloudfront-distribution-default-root-object': {},
  'cloudfront-distribution-geo-restriction-enabled': {
    fail: ['second: protected-cdn.example.com', 'second: unprotected-cdn.example.com'],
  },
  'cloudfront-distribution-origin-traffic-encrypted': cdns,
  // The emulator keeps no origin access control.
  'cloudfront-distribution-s3-origin-access-control': { fail: [...cdns.fail, ...cdns.pass] },
  'cloudfront-distribution-s3-origin-exists': cdns,
  'cloudfront-distribution-viewer-https-required': cdns,
  'cloudfront-distribution-viewer-tls-policy-strong': {
    fail: ['second: protected-cdn.example.com', 'second: unprotected-cdn.example.com'],
  },
  'cloudfront-distribution-waf-attached': cdns,
  'cloudhsm-backup-policy-not-public': { fail: ['backup-shared0001'], pass: ['backup-today00001'] },
  'cloudhsm-cluster-active': { fail: ['cluster-trial0001'], pass: ['cluster-payments1'] },
  'cloudhsm-cluster-backup-recent': { fail: ['cluster-trial0001'], pass: ['cluster-payments1'] },
  'cloudhsm-cluster-backup-retention-configured': { fail: ['cluster-trial0001'], pass: ['cluster-payments1'] },
  'cloudhsm-cluster-fips-mode': { fail: ['cluster-trial0001'], pass: ['cluster-payments1'] },
  'cloudhsm-cluster-hsm-type-supported': { fail: ['cluster-trial0001'], pass: ['cluster-payments1'] },
  'cloudhsm-cluster-multi-az': { fail: ['cluster-trial0001'], pass: ['cluster-payments1'] },
  'cloudhsm-cluster-security-group-restricted': { unknown: ['cluster-payments1', 'cluster-trial0001'] },

  'cloudtrail-multi-region-management-events-logged': onlySecond,
  'cloudtrail-multi-region-trail-enabled': onlySecond,
  'cloudtrail-organization-trail-enabled': notMain,
  'cloudtrail-s3-read-data-events-logged': onlySecond,
  'cloudtrail-s3-write-data-events-logged': onlySecond,
  'cloudtrail-trail-bucket-access-logging-enabled': trail,
  'cloudtrail-trail-bucket-not-public': trail,
  'cloudtrail-trail-cloudwatch-logs-delivering': trail,
  'cloudtrail-trail-data-events-logged': { fail: ['strong-trail', 'weak-trail'], pass: ['second: org-trail'] },
  'cloudtrail-trail-delivery-succeeding': { pass: ['second: org-trail'] },
  'cloudtrail-trail-enabled': onlySecond,
  'cloudtrail-trail-insights-enabled': { fail: ['strong-trail', 'weak-trail'], pass: ['second: org-trail'] },
  'cloudtrail-trail-kms-encrypted': trail,
  'cloudtrail-trail-log-file-validation-enabled': trail,

  'cloudtrail-trail-logging': { fail: ['strong-trail', 'weak-trail'], pass: ['second: org-trail'] },
  'cloudwatch-log-group-deletion-protected': { fail: ['orders'], pass: ['second: cloudtrail'] },
  'cloudwatch-monitor-cloudtrail-changes': onlySecond,
  'cloudwatch-monitor-config-changes': onlySecond,
  'cloudwatch-monitor-console-login-failures': onlySecond,
  'cloudwatch-monitor-console-login-without-mfa': onlySecond,
  'cloudwatch-monitor-iam-policy-changes': onlySecond,
  'cloudwatch-monitor-kms-key-deletion': onlySecond,
  'cloudwatch-monitor-network-acl-changes': onlySecond,
  'cloudwatch-monitor-network-gateway-changes': onlySecond,
  'cloudwatch-monitor-organizations-changes': notMain,
  'cloudwatch-monitor-root-usage': onlySecond,
  'cloudwatch-monitor-route-table-changes': onlySecond,
  'cloudwatch-monitor-s3-bucket-policy-changes': onlySecond,
  'cloudwatch-monitor-security-group-changes': onlySecond,
  'cloudwatch-monitor-unauthorized-api-calls': onlySecond,
  'cloudwatch-monitor-vpc-changes': onlySecond,

  'codebuild-project-environment-no-secrets': { fail: ['leaky-build'], pass: ['clean-build'] },
  'codebuild-project-source-url-no-credentials': { fail: ['leaky-build'], pass: ['clean-build'] },

  'cognito-identity-pool-guest-access-disabled': { fail: ['forum'], pass: ['shop'] },
  'cognito-identity-pool-role-least-privilege': { fail: ['forum'], pass: ['shop'] },
  'cognito-user-pool-client-callback-urls-https': { fail: ['web'], pass: ['web'] },
  'cognito-user-pool-client-implicit-grant-disabled': { fail: ['web'], pass: ['web'] },
  'cognito-user-pool-client-secret-required': { fail: ['web'], pass: ['web'] },
  'cognito-user-pool-client-token-validity-limited': { fail: ['web'], pass: ['web'] },
  'cognito-user-pool-custom-auth-threat-protection-enforced': { fail: ['forum'], pass: ['customers'] },
  'cognito-user-pool-deletion-protection-enabled': { fail: ['forum'], pass: ['customers'] },
  'cognito-user-pool-group-role-least-privilege': { fail: ['moderators'], pass: ['buyers'] },
  'cognito-user-pool-mfa-required': { fail: ['forum'], pass: ['customers'] },
  'cognito-user-pool-password-length-14': { fail: ['forum'], pass: ['customers'] },
  'cognito-user-pool-password-lowercase-required': { fail: ['forum'], pass: ['customers'] },
  'cognito-user-pool-password-number-required': { fail: ['forum'], pass: ['customers'] },
  'cognito-user-pool-password-symbol-required': { fail: ['forum'], pass: ['customers'] },
  'cognito-user-pool-password-uppercase-required': { fail: ['forum'], pass: ['customers'] },
  'cognito-user-pool-self-registration-disabled': { fail: ['forum'], pass: ['customers'] },
  'cognito-user-pool-temporary-password-short-lived': { fail: ['forum'], pass: ['customers'] },
  'cognito-user-pool-threat-protection-enforced': { fail: ['forum'], pass: ['customers'] },
  'cognito-user-pool-waf-attached': { fail: ['forum'], pass: ['customers'] },
  'config-recorder-global-types-once': { fail: ['second: The account'], pass: ['The account'] },
  'controltower-accounts-enrolled': { fail: ['second: The organization'] },
  'controltower-baseline-enabled-on-organizational-units': { fail: ['second: Sandbox'], pass: ['second: Workloads'] },
  'controltower-controls-enabled-on-organizational-units': { fail: ['second: Sandbox'], pass: ['second: Workloads'] },
  'controltower-enabled-control-no-drift': { fail: ['second: Control Tower in us-east-1'] },
  'controltower-landing-zone-exists': { pass: ['second: The organization'] },

  'config-delivery-channel-bucket-exists': {
    fail: ['The delivery channel of AWS Config in eu-west-1'],
    pass: [
      'The delivery channel of AWS Config in us-east-1',
      'second: The delivery channel of AWS Config in eu-west-1',
      'second: The delivery channel of AWS Config in us-east-1',
    ],
  },
  'config-delivery-channel-bucket-not-public': {
    fail: ['The delivery channel of AWS Config in us-east-1'],
    pass: [
      'second: The delivery channel of AWS Config in eu-west-1',
      'second: The delivery channel of AWS Config in us-east-1',
    ],
    unknown: ['The delivery channel of AWS Config in eu-west-1'],
  },
  'config-organization-aggregator-all-regions': notMain,
  'config-recorder-all-resource-types': {
    fail: ['AWS Config in eu-west-1'],
    pass: ['AWS Config in us-east-1', 'second: AWS Config in eu-west-1', 'second: AWS Config in us-east-1'],
  },
  'config-recorder-enabled': {
    fail: ['AWS Config in eu-west-1', 'bare: AWS Config in eu-west-1', 'bare: AWS Config in us-east-1'],
    pass: ['AWS Config in us-east-1', 'second: AWS Config in eu-west-1', 'second: AWS Config in us-east-1'],
  },
  'config-recorder-service-linked-role': {
    fail: ['AWS Config in eu-west-1'],
    pass: ['AWS Config in us-east-1', 'second: AWS Config in eu-west-1', 'second: AWS Config in us-east-1'],
  },

  'directoryservice-directory-ldaps-certificate-not-expiring': {
    fail: ['legacy.example.com', 'test.example.com'],
    pass: ['corp.example.com'],
  },
  'directoryservice-directory-ldaps-enabled': {
    fail: ['legacy.example.com', 'test.example.com'],
    pass: ['corp.example.com'],
  },
  'directoryservice-directory-log-forwarding-enabled': { fail: ['test.example.com'], pass: ['corp.example.com'] },
  'directoryservice-directory-notifications-enabled': {
    fail: ['lab.example.com', 'legacy.example.com', 'test.example.com'],
    pass: ['corp.example.com'],
  },
  'directoryservice-directory-radius-mfa-enabled': {
    fail: ['legacy.example.com', 'test.example.com'],
    pass: ['corp.example.com'],
  },
  'directoryservice-directory-radius-protocol-strong': { fail: ['legacy.example.com'], pass: ['corp.example.com'] },
  'directoryservice-directory-snapshot-quota-available': {
    fail: ['lab.example.com', 'test.example.com'],
    pass: ['corp.example.com'],
  },
  'directoryservice-trust-selective-authentication': { fail: ['partner.example.net'], pass: ['plant.example.com'] },
  'directoryservice-trust-verified': { fail: ['partner.example.net'], pass: ['plant.example.com'] },
  'dms-replication-instance-not-public': { fail: ['erp-move'], pass: ['nightly'] },
  'documentdb-cluster-snapshot-not-public': { fail: ['open-papers'], pass: ['papers-year'] },
  'dsql-cluster-policy-not-public': { fail: ['openopenopenopen'], pass: ['quietquietquiet1'] },

  'ec2-account-imdsv2-default-required': metadata,
  'ec2-account-imdsv2-enforced': metadata,
  'ec2-ami-age-limited': { fail: ['open'], pass: ['web'] },
  'ec2-ami-block-public-access-enabled': {
    fail: ['EC2 settings in eu-west-1', 'bare: EC2 settings in eu-west-1', 'second: EC2 settings in eu-west-1'],
    pass: ['EC2 settings in us-east-1', 'bare: EC2 settings in us-east-1', 'second: EC2 settings in us-east-1'],
  },
  'ec2-ami-not-public': { fail: ['open'], pass: ['web'] },
  'ec2-ebs-default-encryption-enabled': {
    fail: [
      'EC2 settings in eu-west-1',
      'bare: EC2 settings in eu-west-1',
      'bare: EC2 settings in us-east-1',
      'second: EC2 settings in eu-west-1',
      'second: EC2 settings in us-east-1',
    ],
    pass: ['EC2 settings in us-east-1'],
  },
  'ec2-ebs-snapshot-block-public-access-enabled': {
    fail: ['EC2 settings in eu-west-1', 'bare: EC2 settings in eu-west-1', 'second: EC2 settings in eu-west-1'],
    pass: ['EC2 settings in us-east-1', 'bare: EC2 settings in us-east-1', 'second: EC2 settings in us-east-1'],
  },
  'ec2-ebs-snapshot-not-public': { fail: ['public-snapshot'], pass: ['private-snapshot'] },
  'ec2-ebs-volume-encrypted': {
    fail: ['disk of app-1', 'disk of web-1', 'plain-disk', 'second: disk of second-1'],
    pass: ['encrypted-disk', ...['gp2', 'gp3', 'io1', 'io2', 'sc1', 'st1', 'standard'].map((type) => `${type}-disk`)],
  },
  'ec2-instance-cifs-not-exposed': { fail: ['web-1'], pass: ['app-1', 'second: second-1'] },
  'ec2-instance-enhanced-networking-enabled': { pass: ['app-1', 'second: second-1', 'web-1'] },
  'ec2-instance-imdsv2-required': instance,
  'ec2-instance-no-public-ip': instance,
  'ec2-instance-not-overutilized': { fail: ['web-1'], pass: ['app-1', 'second: second-1'] },
  'ec2-instance-not-stopped-long': { pass: ['app-1', 'second: second-1', 'web-1'] },
  'ec2-instance-not-underutilized': { fail: ['app-1'], pass: ['second: second-1', 'web-1'] },
  'ec2-instance-profile-attached': { fail: ['second: second-1'], pass: ['app-1', 'web-1'] },
  'ec2-instance-user-data-no-secrets': { fail: ['web-1'], pass: ['app-1', 'second: second-1'] },
  'ec2-launch-template-imdsv2-required': {
    fail: ['clean-template', 'leaky-template', 'public-template'],
    pass: ['private-template'],
  },
  'ec2-launch-template-no-public-ip': {
    fail: ['public-template'],
    pass: ['clean-template', 'leaky-template', 'private-template'],
  },
  'ec2-launch-template-user-data-no-secrets': {
    fail: ['leaky-template'],
    pass: ['clean-template', 'private-template', 'public-template'],
  },
  'ec2-network-acl-no-open-ingress-any-port': acl,
  'ec2-network-acl-no-open-ingress-rdp': acl,
  'ec2-network-acl-no-open-ingress-ssh': acl,
  'ec2-security-group-default-no-rules': {
    fail: ['default of open-vpc', 'second: default of second-vpc'],
    pass: ['default of closed-vpc'],
  },
  'ec2-security-group-no-open-ingress-all-ports': failing(groups, ['open-everything']),
  'ec2-security-group-no-open-ingress-any-port': failing(groups, [
    'open-database',
    'open-everything',
    'open-rdp-ipv6',
    'open-ssh',
  ]),
  'ec2-security-group-no-open-ingress-high-risk-ports': failing(groups, [
    'open-database',
    'open-everything',
    'open-rdp-ipv6',
    'open-ssh',
  ]),
  'ec2-security-group-no-open-ingress-rdp': failing(groups, ['open-everything', 'open-rdp-ipv6']),
  'ec2-security-group-no-open-ingress-ssh': failing(groups, ['open-everything', 'open-ssh']),
  'ec2-security-group-no-open-ipv4-admin-ports': failing(groups, ['open-everything', 'open-ssh']),
  'ec2-security-group-no-open-ipv6-admin-ports': failing(groups, ['open-rdp-ipv6']),
  'ec2-security-group-udp-not-open': {
    fail: ['open-everything'],
    pass: [
      'default of closed-vpc',
      'default of open-vpc',
      'internal',
      'open-database',
      'open-rdp-ipv6',
      'open-ssh',
      'second: default of second-vpc',
      'web',
    ],
  },
  'ec2-serial-console-access-disabled': {
    fail: ['EC2 settings in eu-west-1', 'bare: EC2 settings in eu-west-1', 'second: EC2 settings in eu-west-1'],
    pass: ['EC2 settings in us-east-1', 'bare: EC2 settings in us-east-1', 'second: EC2 settings in us-east-1'],
  },
  'ec2-transit-gateway-auto-accept-disabled': { fail: ['tgw-open'], pass: ['tgw-closed'] },

  'ecs-task-definition-environment-no-secrets': { fail: ['leaky-task:1'], pass: ['clean-task:1'] },

  'ecr-registry-scan-on-push-all-repositories': {
    fail: ['ECR registry in us-east-1'],
    pass: ['ECR registry in eu-west-1'],
  },
  'ecs-service-no-public-ip': { fail: ['web'], pass: ['tidy'] },
  'ecs-task-definition-host-pid-not-shared': task,
  'ecs-task-definition-logging-configured': task,
  'ecs-task-definition-not-privileged': task,
  'ecs-task-definition-readonly-root-filesystem': task,
  'ecs-task-set-no-public-ip': { fail: ['ecs-svc/1'], pass: ['ecs-svc/2'] },
  'efs-file-system-encrypted-at-rest': { fail: ['scratch'], pass: ['uploads'] },
  'efs-file-system-in-backup-plan': { fail: ['scratch'], pass: ['uploads'] },

  'eks-cluster-endpoint-not-public': { fail: ['legacy'], pass: ['shop'] },
  'eks-cluster-version-supported': { fail: ['legacy'], pass: ['shop'] },
  'eks-node-group-version-supported': { fail: ['legacy/workers'], pass: ['shop/workers'] },
  'elasticache-cluster-subnet-group-non-default': { fail: ['pages'], pass: ['sessions-001'] },
  'elasticache-replication-group-auto-minor-upgrade': { fail: ['prices'], pass: ['sessions'] },
  'elasticache-replication-group-backup-enabled': { fail: ['prices'], pass: ['sessions'] },
  'elasticbeanstalk-environment-cloudwatch-logs-enabled': { fail: ['shop-trial'], pass: ['shop-production'] },
  'elasticbeanstalk-environment-configuration-no-secrets': { fail: ['shop-trial'], pass: ['shop-production'] },
  'elasticbeanstalk-environment-enhanced-health-enabled': { fail: ['shop-trial'], pass: ['shop-production'] },
  'elasticbeanstalk-environment-managed-updates-enabled': { fail: ['shop-trial'], pass: ['shop-production'] },

  'elb-listener-https-or-ssl-only': { fail: classics },
  'elb-listener-ssl-policy-strong': {},
  'elb-load-balancer-access-logging-enabled': protectedClassic,
  'elb-load-balancer-connection-draining-enabled': protectedClassic,
  'elb-load-balancer-cross-zone-enabled': protectedClassic,
  'elb-load-balancer-desync-mitigation-strict': protectedClassic,
  'elbv2-alb-access-logging-enabled': protectedAlb,
  'elbv2-alb-desync-mitigation-strict': protectedAlb,
  'elbv2-alb-drop-invalid-headers-enabled': protectedAlb,
  'elbv2-alb-listener-https-or-redirect': {
    fail: ['second: unprotected-alb (HTTP 80)'],
    pass: [
      'second: protected-alb (HTTP 80)',
      'second: protected-alb (HTTPS 443)',
      'second: unprotected-alb (HTTPS 443)',
    ],
  },
  'elbv2-alb-waf-attached': protectedAlb,
  'elbv2-listener-encrypted-protocol': {
    fail: ['second: protected-alb (HTTP 80)', 'second: unprotected-alb (HTTP 80)'],
    manual: ['second: network-lb (TCP 8443)'],
    pass: [...tls, 'second: protected-alb (HTTPS 443)', 'second: unprotected-alb (HTTPS 443)'],
  },
  'elbv2-listener-ssl-policy-strong': {
    fail: ['second: unprotected-alb (HTTPS 443)'],
    pass: [...tls, 'second: protected-alb (HTTPS 443)'],
  },
  'elbv2-load-balancer-deletion-protection-enabled': {
    fail: [...otherAlbs, 'second: network-lb'],
    pass: ['second: partner-lb', 'second: protected-alb'],
  },
  'elbv2-nlb-access-logging-enabled': networkBalancers,
  'elbv2-nlb-cross-zone-enabled': networkBalancers,
  'elbv2-nlb-tls-termination-enabled': { manual: ['second: network-lb'], pass: ['second: partner-lb'] },
  'elbv2-origin-restricted-to-cloudfront': {},
  'emr-block-public-access-enabled': {
    fail: [
      'EMR in eu-west-1',
      'bare: EMR in eu-west-1',
      'bare: EMR in us-east-1',
      'second: EMR in eu-west-1',
      'second: EMR in us-east-1',
    ],
    pass: ['EMR in us-east-1'],
  },
  'emr-cluster-primary-node-no-public-ip': { fail: ['trial'], pass: ['reports'] },

  'eventbridge-bus-policy-no-cross-account': bus,
  'eventbridge-bus-policy-not-public': bus,

  'fms-administrator-configured': { fail: ['second: Firewall Manager'], pass: ['Firewall Manager'] },
  'fms-policy-accounts-compliant': { fail: ['open-groups'], pass: ['web-acls'] },
  'fms-policy-remediation-enabled': { fail: ['open-groups'], pass: ['web-acls'] },
  'fms-security-group-audit-policy-exists': {
    fail: ['Firewall Manager in eu-west-1'],
    pass: ['Firewall Manager in us-east-1'],
  },
  'fms-waf-policy-exists': { fail: ['Firewall Manager in eu-west-1'], pass: ['Firewall Manager in us-east-1'] },

  'glacier-vault-policy-not-public': { fail: ['invoices-2014'], pass: ['invoices-2015'] },

  'guardduty-ai-protection-enabled': protectionPlan,
  'guardduty-all-regions-enabled': onlySecond,
  'guardduty-delegated-admin-all-regions': {
    fail: ['GuardDuty in eu-west-1', 'second: GuardDuty in eu-west-1'],
    pass: ['GuardDuty in us-east-1', 'second: GuardDuty in us-east-1'],
  },
  'guardduty-detector-enabled': {
    fail: ['GuardDuty in eu-west-1', 'bare: GuardDuty in eu-west-1', 'bare: GuardDuty in us-east-1'],
    pass: ['GuardDuty in us-east-1', 'second: GuardDuty in eu-west-1', 'second: GuardDuty in us-east-1'],
  },
  'guardduty-ec2-malware-protection-enabled': protectionPlan,
  'guardduty-ec2-runtime-monitoring-enabled': protectionPlan,
  'guardduty-ecs-runtime-monitoring-enabled': protectionPlan,
  'guardduty-eks-audit-log-monitoring-enabled': protectionPlan,
  'guardduty-eks-runtime-monitoring-enabled': protectionPlan,
  'guardduty-exported-findings-encrypted': {
    fail: ['second: GuardDuty in eu-west-1'],
    pass: ['GuardDuty in us-east-1', 'second: GuardDuty in us-east-1'],
  },
  'guardduty-findings-exported': {
    pass: ['GuardDuty in us-east-1', 'second: GuardDuty in eu-west-1', 'second: GuardDuty in us-east-1'],
  },
  'guardduty-findings-notified': {
    fail: ['second: GuardDuty in eu-west-1', 'second: GuardDuty in us-east-1'],
    pass: ['GuardDuty in us-east-1'],
  },
  'guardduty-lambda-protection-enabled': protectionPlan,
  'guardduty-members-enabled': { fail: ['222200002222'], pass: ['111100001111'] },
  'guardduty-no-high-severity-findings': {
    fail: ['second: GuardDuty in eu-west-1'],
    pass: ['GuardDuty in us-east-1', 'second: GuardDuty in us-east-1'],
  },
  'guardduty-rds-protection-enabled': protectionPlan,
  'guardduty-runtime-monitoring-enabled': protectionPlan,
  'guardduty-s3-protection-enabled': protectionPlan,
  'guardduty-trusted-ip-list-not-broad': { manual: ['1cbd2d4f'], pass: ['2ac41e07'] },

  'iam-cloudshell-full-access-not-attached': allButMain,
  'iam-cross-account-trust-no-path-to-administrator': allButMain,
  'iam-customer-policy-attached-no-admin': {
    fail: ['everything'],
    pass: ['all-but-iam', 'assume-any', 'decrypt-any', 'read-reports'],
  },
  'iam-customer-policy-kms-decrypt-restricted': passing(policies, ['assume-any', 'read-reports']),
  'iam-customer-policy-no-not-action': failing(policies, ['all-but-iam']),
  'iam-customer-policy-no-privilege-escalation': {
    fail: ['all-but-iam', 'assume-any'],
    pass: ['decrypt-any', 'read-reports'],
  },
  'iam-customer-policy-no-service-wildcard': failing(policies, ['all-but-iam', 'everything', 'everything-unused']),
  'iam-customer-policy-no-wildcard-role-assumption': passing(policies, ['decrypt-any', 'read-reports']),
  'iam-delegation-requests-reviewed': { fail: ['The account'], pass: ['bare: The account', 'second: The account'] },
  'iam-group-admin-members-mfa-enabled': { fail: ['admins'], pass: ['developers', 'security-admins'] },
  'iam-group-administrator-access-not-attached': {
    fail: ['admins', 'security-admins'],
    pass: ['developers', 'interns'],
  },
  'iam-group-no-inline-policies': { fail: ['developers'], pass: ['admins', 'interns', 'security-admins'] },
  'iam-group-not-empty': { fail: ['interns'], pass: ['admins', 'developers', 'security-admins'] },
  'iam-inline-policy-kms-decrypt-restricted': failing(inline, [
    'role/breakglass/all',
    'role/lambda-worker/decrypt-all',
    'role/sns-feedback/all-but-billing',
  ]),
  'iam-inline-policy-no-admin': failing(inline, ['role/breakglass/all', 'role/sns-feedback/all-but-billing']),
  'iam-inline-policy-no-cloudtrail-full-access': failing(inline, [
    'role/breakglass/all',
    'role/partner-writer/trail-admin',
    'role/sns-feedback/all-but-billing',
  ]),
  'iam-inline-policy-no-pass-role-to-anything': failing(inline, [
    'role/breakglass/all',
    'role/sns-feedback/all-but-billing',
  ]),
  'iam-inline-policy-no-service-wildcard': failing(inline, [
    'role/breakglass/all',
    'role/partner-writer/trail-admin',
    'role/sns-feedback/all-but-billing',
  ]),
  'iam-inline-policy-no-not-action': failing(inline, ['role/sns-feedback/all-but-billing']),
  'iam-inline-policy-no-privilege-escalation': {
    fail: [
      'role/app-server/escalate',
      'role/open-to-all/escalate',
      'role/partner-writer/escalate',
      'user/sts-bot/escalate',
    ],
    pass: [
      'group/developers/read-logs',
      'role/app-server/read-config',
      'role/lambda-worker/decrypt-all',
      'role/open-to-all/upload',
      'role/partner-writer/trail-admin',
      'user/ci-deploy/deploy',
    ],
  },
  'iam-internet-compute-no-path-to-administrator': allButMain,
  'iam-managed-policy-attached-no-admin': {
    fail: ['AdministratorAccess'],
    pass: ['AWSCloudShellFullAccess', 'ReadOnlyAccess', 'second: AWSSupportAccess'],
  },
  'iam-oidc-provider-role-subject-restricted': {
    fail: ['token.actions.githubusercontent.com'],
    pass: ['gitlab.example.com'],
  },
  'iam-open-trust-no-path-to-administrator': allButMain,
  'iam-password-policy-length-14': onlySecond,
  'iam-password-policy-lowercase-required': onlySecond,
  'iam-password-policy-max-age-90': onlySecond,
  'iam-password-policy-number-required': onlySecond,
  'iam-password-policy-reuse-24': onlySecond,
  'iam-password-policy-strong': onlySecond,
  'iam-password-policy-symbol-required': onlySecond,
  'iam-password-policy-uppercase-required': onlySecond,
  'iam-principal-no-path-to-administrator': allButMain,
  'iam-public-endpoint-no-path-to-administrator': allButMain,
  'iam-role-administrator-access-not-attached': failing(roles, ['operator']),
  'iam-role-least-privilege': {
    fail: ['app-server', 'breakglass', 'open-to-all', 'operator', 'partner-writer', 'second: support', 'sns-feedback'],
    pass: ['github-any', 'gitlab-main', 'lambda-worker', 'partner-reader', 'people-any', 'people-of-aws'],
  },
  'iam-role-max-session-duration-limited': {
    fail: ['operator'],
    pass: [
      'app-server',
      'breakglass',
      'github-any',
      'gitlab-main',
      'lambda-worker',
      'open-to-all',
      'partner-reader',
      'partner-writer',
      'people-any',
      'people-of-aws',
      'second: support',
      'sns-feedback',
    ],
  },
  'iam-role-no-cross-account-readonly-access': failing(roles, ['partner-reader']),
  'iam-policy-no-pass-role-to-anything': failing(policies, ['everything', 'everything-unused']),
  'iam-policy-rds-db-connect-not-wildcard': failing(policies, ['all-but-iam', 'everything', 'everything-unused']),
  'iam-role-cross-account-mfa-or-external-id': { fail: ['open-to-all', 'partner-writer'], pass: ['partner-reader'] },
  'iam-role-no-cross-account-write-access': failing(roles, ['open-to-all', 'partner-writer']),
  'iam-role-trust-confused-deputy-protected': { fail: ['lambda-worker'], pass: ['sns-feedback'] },
  'iam-role-trust-not-public': failing(roles, ['github-any', 'open-to-all']),
  'iam-role-used-recently': {},
  'iam-root-credentials-centrally-managed': notMain,
  'iam-root-hardware-mfa-enabled': { fail: ['The account', 'bare: The account'], manual: ['second: The account'] },
  'iam-root-mfa-enabled': allButMain,
  'iam-root-no-access-keys': allButMain,
  'iam-root-no-failed-logins': allButMain,
  'iam-root-no-signing-certificates': { fail: ['The account'], pass: ['bare: The account', 'second: The account'] },
  'iam-root-not-used-recently': onlySecond,
  'iam-saml-provider-exists': onlySecond,
  'iam-saml-role-audience-restricted': { fail: ['people-any'], pass: ['people-of-aws'] },
  'iam-server-certificate-not-expired': { fail: ['expired-cert'], pass: ['valid-cert'] },
  'iam-support-role-exists': onlySecond,
  'iam-user-access-key-not-exposed': {
    fail: ['ci-deploy'],
    pass: ['dave', 'old-bot', 'sts-bot'],
    manual: ['second: rotated-bot'],
  },
  'iam-user-access-key-rotated-90': failing(withKeys, ['old-bot']),
  'iam-user-access-key-used-45': failing(withKeys, ['old-bot']),
  'iam-user-administrator-access-not-attached': failing(users, ['carol']),
  'iam-user-console-access-used-45': { fail: ['carol'], pass: ['alice', 'bob', 'dave'] },
  'iam-user-console-mfa-enabled': { fail: ['carol'], pass: ['alice', 'bob', 'dave'] },
  'iam-user-credentials-used-90': failing(users, ['old-bot']),
  'iam-user-hardware-mfa-enabled': { fail: ['bob', 'carol'], pass: ['alice'], manual: ['dave'] },
  'iam-user-in-group': {
    fail: ['ci-deploy', 'old-bot', 'second: rotated-bot', 'sts-bot'],
    pass: ['alice', 'bob', 'carol', 'dave'],
  },
  'iam-user-initial-access-key-not-unused': { fail: ['dave'], pass: ['alice', 'bob', 'carol'] },
  'iam-user-no-direct-policies': failing(users, ['carol', 'ci-deploy', 'sts-bot']),
  'iam-user-not-both-password-and-keys': failing(users, ['dave']),
  'iam-user-single-active-access-key': failing(users, ['old-bot']),
  'iam-user-uses-temporary-credentials': failing(users, ['ci-deploy']),

  'identitycenter-application-assignment-required': { fail: ['dashboards'], pass: ['notebooks'] },
  'identitycenter-assignments-to-groups-only': {
    fail: ['NotebookAdmin in account 123456789012', 'NotebookAdmin in account 210987654321'],
    pass: ['NotebookReader in account 123456789012', 'NotebookReader in account 210987654321'],
  },
  'identitycenter-delegated-administrator-configured': {},
  'identitycenter-instance-exists': {
    fail: ['bare: The organization', 'second: The organization'],
    pass: ['The organization'],
  },
  'identitycenter-instance-organization-level': { fail: ['notebooks'], pass: ['everybody'] },
  'identitycenter-management-account-assignments-limited': {
    fail: ['NotebookAdmin in account 210987654321'],
    pass: ['NotebookReader in account 210987654321'],
  },
  'identitycenter-permission-set-inline-policy-no-wildcard': {
    fail: ['ps-aaaa000000000001'],
    pass: ['ps-aaaa000000000002'],
  },
  'identitycenter-permission-set-no-admin': { fail: ['ps-aaaa000000000001'], pass: ['ps-aaaa000000000002'] },
  'identitycenter-permission-set-session-duration-limited': {
    fail: ['ps-aaaa000000000001'],
    pass: ['ps-aaaa000000000002'],
  },
  'identitycenter-trusted-token-issuer-reviewed': { fail: ['legacy'], manual: ['jupyter'] },
  'inspector-code-security-configured': inspection('Inspector'),
  'inspector-ec2-scanning-enabled': inspection('Inspector'),
  'inspector-ecr-scanning-enabled': inspection('Inspector'),
  'inspector-kev-findings-within-due-date': { fail: ['Inspector in us-east-1'] },
  'inspector-lambda-code-scanning-enabled': inspection('Inspector'),
  'inspector-lambda-standard-scanning-enabled': {
    fail: [...(inspection('Inspector').fail ?? []), 'Inspector in us-east-1'],
  },
  'inspector-no-active-findings': { fail: ['Inspector in us-east-1'] },
  'inspector-no-known-exploited-vulnerabilities': { fail: ['Inspector in us-east-1'] },
  'inspector-no-network-reachability-findings': { fail: ['Inspector in us-east-1'] },

  'kms-imported-key-material-not-expiring': { fail: ['acme-imported'], pass: ['acme-imported-kept'] },
  'kms-key-disabled-not-used': {},
  'kms-key-in-use-by-last-usage': {
    fail: ['acme-wild'],
    pass: keys.filter((name) => name !== 'acme-wild' && name !== 'acme-leaving'),
  },
  'kms-key-not-pending-deletion': failing(keys, ['acme-leaving']),
  'kms-key-policy-admin-usage-separated': failing(keys, ['acme-mixed-duties', 'acme-wild']),
  'kms-key-policy-no-wildcard-actions': failing(keys, ['acme-wild']),
  'kms-key-policy-not-public': failing(keys, ['acme-open']),
  'kms-key-policy-trusted-principals': failing(keys, ['acme-open', 'acme-partner', 'acme-still']),
  'kms-key-rotation-enabled': {
    fail: ['acme-still'],
    pass: ['acme-mixed-duties', 'acme-open', 'acme-partner', 'acme-rotated', 'acme-wild'],
  },

  'kms-key-single-region': {
    fail: ['acme-wild'],
    pass: [
      'acme-imported',
      'acme-imported-kept',
      'acme-mixed-duties',
      'acme-open',
      'acme-partner',
      'acme-rotated',
      'acme-still',
      'second: dnssec',
    ],
  },
  'lambda-function-environment-no-secrets': { fail: ['leaky-function'], pass: ['clean-function'] },

  'lambda-function-code-signing-enabled': { fail: ['leaky-function'], pass: ['clean-function'] },
  'lambda-function-dead-letter-queue-configured': { fail: ['clean-function', 'leaky-function'] },
  'lambda-function-environment-encrypted-cmk': { fail: ['leaky-function'], pass: ['clean-function'] },
  'lambda-function-in-vpc': { fail: ['leaky-function'], pass: ['clean-function'] },
  'lambda-function-policy-not-public': { fail: ['clean-function'], pass: ['leaky-function'] },
  'lambda-function-resource-policy-whole-not-public': { fail: ['clean-function'], pass: ['leaky-function'] },
  'lambda-function-role-least-privilege': { fail: ['clean-function'], pass: ['leaky-function'] },
  'lambda-function-role-no-admin': { pass: ['clean-function', 'leaky-function'] },
  'lambda-function-role-not-shared': { pass: ['clean-function', 'leaky-function'] },
  'lambda-function-runtime-supported': { fail: ['leaky-function'], pass: ['clean-function'] },
  'lambda-function-url-auth-required': { fail: ['clean-function'], pass: ['leaky-function'] },
  'lambda-function-xray-tracing-enabled': { fail: ['leaky-function'], pass: ['clean-function'] },
  'macie-automated-discovery-enabled': {
    fail: [...(inspection('Macie').fail ?? []), 'Macie in us-east-1'],
  },
  'macie-no-high-severity-findings': { fail: ['Macie in us-east-1'] },
  'macie-session-enabled': inspection('Macie'),

  'neptune-cluster-snapshot-not-public': { fail: ['open-graph'], pass: ['graph-year'] },

  'msk-cluster-broker-logging-enabled': { fail: ['telemetry'], pass: ['orders'] },
  'msk-cluster-encrypted-in-transit': { fail: ['telemetry'], pass: ['events', 'orders'] },
  'msk-cluster-enhanced-monitoring-enabled': { fail: ['telemetry'], pass: ['orders'] },
  'msk-cluster-not-public': { fail: ['telemetry'], pass: ['events', 'orders'] },
  'msk-cluster-policy-no-cross-account': { fail: ['telemetry'], pass: ['events', 'orders'] },
  'msk-cluster-policy-not-public': { fail: ['telemetry'], pass: ['events', 'orders'] },
  'msk-cluster-unauthenticated-access-disabled': { fail: ['telemetry'], pass: ['events', 'orders'] },

  'networkfirewall-firewall-deletion-protection-enabled': { fail: ['lab'], pass: ['egress'] },
  'networkfirewall-firewall-logging-enabled': { fail: ['lab'], pass: ['egress'] },
  'networkfirewall-firewall-multi-az': { fail: ['lab'], pass: ['egress'] },
  'networkfirewall-firewall-policy-change-protection-enabled': { fail: ['lab'], pass: ['egress'] },
  'networkfirewall-firewall-subnet-change-protection-enabled': { fail: ['lab'], pass: ['egress'] },
  'networkfirewall-policy-fragmented-packets-default-action-safe': { fail: ['lab'], pass: ['egress'] },
  'networkfirewall-policy-full-packets-default-action-safe': { fail: ['lab'], pass: ['egress'] },
  'networkfirewall-policy-rule-group-associated': { fail: ['lab'], pass: ['egress'] },
  'networkfirewall-policy-stateful-default-drop': { fail: ['lab'], pass: ['egress'] },
  'networkfirewall-stateful-rule-group-no-allow-all': { fail: ['try-out'], pass: ['domains'] },
  'networkfirewall-stateless-rule-group-not-empty': { fail: ['later'], pass: ['ssh'] },

  'opensearch-domain-fine-grained-access-enabled': { fail: ['weblogs'], pass: ['catalogue'] },
  'opensearch-domain-not-public': { fail: ['weblogs'], pass: ['catalogue'] },
  'opensearch-domain-in-vpc': { fail: ['weblogs'], pass: ['catalogue'] },

  'organizations-account-is-member': { fail: ['bare: The account'], pass: ['The account', 'second: The account'] },
  'organizations-ai-services-opt-out': { fail: ['The organization', 'second: The organization'] },
  'organizations-all-features-enabled': { pass: ['The organization', 'second: The organization'] },
  'organizations-backup-policies-attached': { fail: ['The organization', 'second: The organization'] },
  'organizations-declarative-policy-ec2-enforces-baseline': ofOrganization,
  'organizations-delegated-administrators-trusted': ofOrganization,
  'organizations-effective-policies-valid': ofOrganization,
  'organizations-management-account-no-workloads': { fail: ['second: The organization'] },
  'organizations-no-accounts-in-root': { fail: ['main'], pass: ['second: shop'] },
  'organizations-rcp-enabled': { fail: ['second: The organization'], pass: ['The organization'] },
  'organizations-s3-policy-blocks-public-access': ofOrganization,
  'organizations-scp-attached-to-organizational-units': {
    fail: ['second: Sandbox'],
    pass: ['Workloads', 'second: Workloads'],
  },
  'organizations-scp-denies-leaving-organization': { fail: ['second: The organization'], pass: ['The organization'] },
  'organizations-scp-denies-root-user': ofOrganization,
  'organizations-scp-denies-unused-regions': ofOrganization,
  'organizations-scp-enabled': { pass: ['The organization', 'second: The organization'] },
  'organizations-scp-protects-security-services': ofOrganization,

  'organizations-suspended-accounts-quarantined': { pass: ['main', 'second', 'second: master', 'second: shop'] },
  'organizations-tag-policies-attached': { fail: ['The organization', 'second: The organization'] },
  'ram-no-pending-external-invitations': {
    fail: ['Resource sharing in eu-west-1'],
    pass: [
      'Resource sharing in us-east-1',
      ...['eu-west-1', 'us-east-1'].flatMap((region) =>
        ['bare', 'second'].map((account) => `${account}: Resource sharing in ${region}`),
      ),
    ],
  },
  'ram-organization-sharing-enabled': { fail: ['second: The organization'], pass: ['The organization'] },
  'ram-received-share-owner-trusted': { fail: ['rules-of-a-stranger'], pass: ['rules-of-ours'] },
  'ram-resource-share-organization-only': { fail: ['subnets-for-all'], pass: ['subnets-for-us'] },
  'ram-resource-share-principals-trusted': { fail: ['subnets-for-all'], pass: ['subnets-for-us'] },
  'ram-shared-subnet-not-public': { fail: ['open-vpc-a'], pass: ['closed-vpc-a'] },

  'rds-cluster-iam-auth-enabled': { fail: ['reports'], pass: ['ledger'] },
  'rds-cluster-in-backup-plan': { fail: ['reports'], pass: ['ledger'] },
  'rds-cluster-multi-az': { fail: ['reports'], pass: ['ledger'] },
  'rds-cluster-storage-encrypted': { fail: ['reports'], pass: ['ledger'] },
  'rds-global-cluster-version-supported': { fail: ['olden'], pass: ['world'] },
  'rds-instance-auto-minor-upgrade': instanceOfDatabase,
  'rds-instance-iam-auth-enabled': standalone,
  'rds-instance-in-backup-plan': standalone,
  'rds-instance-multi-az': standalone,
  'rds-instance-not-public': instanceOfDatabase,
  'rds-instance-storage-encrypted': standalone,
  'rds-instance-subnet-not-public': instanceOfDatabase,
  'rds-instance-tls-enforced': instanceOfDatabase,
  'rds-proxy-tls-required': standalone,
  'rds-snapshot-encrypted': { fail: ['open-old'], pass: ['before-move', 'ledger-year'] },
  'rds-snapshot-not-public': { fail: ['open-old'], pass: ['before-move', 'ledger-year'] },

  'redshift-cluster-encrypted-at-rest': { fail: ['old-sales'], pass: ['moving', 'sales', 'vaulted'] },
  'redshift-cluster-encrypted-cmk': { fail: ['old-sales'], pass: ['moving', 'vaulted'], unknown: ['sales'] },
  'redshift-cluster-hsm-connection-active': { fail: ['moving'], pass: ['vaulted'] },
  'redshift-cluster-not-public': { fail: ['old-sales'], pass: ['moving', 'sales', 'vaulted'] },
  'redshift-cluster-security-group-port-restricted': { unknown: ['moving', 'old-sales', 'sales', 'vaulted'] },
  'redshift-cluster-tls-required': { fail: ['old-sales'], pass: ['moving', 'sales', 'vaulted'] },
  'redshiftserverless-workgroup-enhanced-vpc-routing-enabled': { fail: ['trial'], pass: ['reports'] },
  'redshiftserverless-workgroup-not-public': { fail: ['trial'], pass: ['reports'] },

  'route53-resolver-dnssec-validation-enabled': vpc,
  'route53-zone-dnssec-enabled': {
    fail: ['second: unprotected.example.com'],
    pass: ['second: protected.example.com'],
  },
  'route53-zone-dnssec-key-active': {
    fail: ['second: unprotected.example.com'],
    pass: ['second: protected.example.com'],
  },

  's3-access-point-public-access-blocked': { fail: ['open-point'], pass: ['closed-point'] },
  's3-account-public-access-blocked': {
    fail: ['account 123456789012', 'bare: account 345678901234'],
    pass: ['second: account 210987654321'],
  },
  's3-bucket-access-logging-enabled': {
    fail: [
      'acme-access-logs',
      'acme-acl-list',
      'acme-acl-write',
      'acme-config-open',
      'acme-dropbox',
      'acme-kms',
      'acme-private',
      'acme-shared',
      'acme-site',
      'acme-trail-open',
      'second: second-access-logs',
      'second: second-config',
    ],
    pass: ['acme-trail', 'second: second-trail'],
  },
  's3-bucket-acl-no-public-list': failing(buckets, ['acme-acl-list', 'acme-acl-write']),
  's3-bucket-acl-no-public-write': failing(buckets, ['acme-acl-write']),
  's3-bucket-acls-disabled': {
    fail: ['acme-acl-list', 'acme-acl-write'],
    pass: [
      'acme-access-logs',
      'acme-config-open',
      'acme-dropbox',
      'acme-kms',
      'acme-private',
      'acme-shared',
      'acme-site',
      'acme-trail',
      'acme-trail-open',
      'second: second-access-logs',
      'second: second-config',
      'second: second-trail',
    ],
  },
  's3-bucket-kms-encrypted': passing(buckets, ['acme-kms']),
  's3-bucket-lifecycle-configured': {
    fail: [
      'acme-access-logs',
      'acme-acl-list',
      'acme-acl-write',
      'acme-config-open',
      'acme-dropbox',
      'acme-private',
      'acme-shared',
      'acme-site',
      'acme-trail',
      'acme-trail-open',
      'second: second-access-logs',
      'second: second-config',
      'second: second-trail',
    ],
    pass: ['acme-kms'],
  },
  's3-bucket-mfa-delete-enabled': passing(buckets, ['acme-private']),
  's3-bucket-not-public': failing(buckets, [
    'acme-acl-list',
    'acme-acl-write',
    'acme-config-open',
    'acme-dropbox',
    'acme-site',
    'acme-trail-open',
  ]),
  's3-bucket-object-lock-enabled': {
    fail: [
      'acme-access-logs',
      'acme-acl-list',
      'acme-acl-write',
      'acme-config-open',
      'acme-dropbox',
      'acme-private',
      'acme-shared',
      'acme-site',
      'acme-trail',
      'acme-trail-open',
      'second: second-access-logs',
      'second: second-config',
      'second: second-trail',
    ],
    pass: ['acme-kms'],
  },
  's3-bucket-objects-not-public': {
    manual: ['acme-acl-list', 'acme-acl-write'],
    pass: [
      'acme-access-logs',
      'acme-config-open',
      'acme-dropbox',
      'acme-kms',
      'acme-private',
      'acme-shared',
      'acme-site',
      'acme-trail',
      'acme-trail-open',
      'second: second-access-logs',
      'second: second-config',
      'second: second-trail',
    ],
  },
  's3-bucket-policy-no-cross-account': failing(buckets, [
    'acme-config-open',
    'acme-dropbox',
    'acme-shared',
    'acme-site',
    'acme-trail-open',
  ]),
  's3-bucket-policy-no-public-write': failing(buckets, ['acme-dropbox']),
  's3-bucket-public-access-blocked': failing(buckets, [
    'acme-acl-list',
    'acme-acl-write',
    'acme-config-open',
    'acme-dropbox',
    'acme-site',
    'acme-trail-open',
  ]),
  's3-bucket-replication-enabled': {
    fail: [
      'acme-access-logs',
      'acme-acl-list',
      'acme-acl-write',
      'acme-config-open',
      'acme-dropbox',
      'acme-private',
      'acme-shared',
      'acme-site',
      'acme-trail',
      'acme-trail-open',
      'second: second-access-logs',
      'second: second-config',
      'second: second-trail',
    ],
    pass: ['acme-kms'],
  },
  's3-bucket-secure-transport-enforced': passing(buckets, ['acme-kms', 'acme-trail', 'second: second-trail']),
  's3-bucket-versioning-enabled': {
    fail: [
      'acme-access-logs',
      'acme-acl-list',
      'acme-acl-write',
      'acme-config-open',
      'acme-dropbox',
      'acme-shared',
      'acme-site',
      'acme-trail',
      'acme-trail-open',
      'second: second-access-logs',
      'second: second-config',
      'second: second-trail',
    ],
    pass: ['acme-kms', 'acme-private'],
  },
  's3-bucket-website-hosting-disabled': {
    fail: ['acme-site'],
    pass: [
      'acme-access-logs',
      'acme-acl-list',
      'acme-acl-write',
      'acme-config-open',
      'acme-dropbox',
      'acme-kms',
      'acme-private',
      'acme-shared',
      'acme-trail',
      'acme-trail-open',
      'second: second-access-logs',
      'second: second-config',
      'second: second-trail',
    ],
  },
  's3-multi-region-access-point-public-access-blocked': { fail: ['global-open'], pass: ['global-closed'] },

  's3files-file-system-policy-not-public': { fail: ['training-data'], pass: ['notebooks'] },
  's3vectors-bucket-policy-not-public': { fail: ['manuals'], pass: ['support-tickets'] },

  'sagemaker-bias-job-network-isolated': { fail: ['prices-model-bias'], pass: ['churn-model-bias'] },
  'sagemaker-bias-job-traffic-encrypted': { fail: ['prices-model-bias'], pass: ['churn-model-bias'] },
  'sagemaker-data-quality-job-network-isolated': { fail: ['prices-data-quality'], pass: ['churn-data-quality'] },
  'sagemaker-data-quality-job-traffic-encrypted': { fail: ['prices-data-quality'], pass: ['churn-data-quality'] },
  'sagemaker-explainability-job-network-isolated': {
    fail: ['prices-model-explainability'],
    pass: ['churn-model-explainability'],
  },
  'sagemaker-explainability-job-traffic-encrypted': {
    fail: ['prices-model-explainability'],
    pass: ['churn-model-explainability'],
  },
  'sagemaker-model-quality-job-network-isolated': { fail: ['prices-model-quality'], pass: ['churn-model-quality'] },
  'sagemaker-model-quality-job-traffic-encrypted': { fail: ['prices-model-quality'], pass: ['churn-model-quality'] },
  'sagemaker-notebook-in-vpc': { fail: ['sandbox'], pass: ['forecasts'] },
  'sagemaker-notebook-no-direct-internet-access': { fail: ['sandbox'], pass: ['forecasts'] },
  'sagemaker-notebook-root-access-disabled': { fail: ['sandbox'], pass: ['forecasts'] },

  'secretsmanager-secret-encrypted-cmk': { fail: ['billing-database', 'partner-api'], pass: ['shop-database'] },
  'secretsmanager-secret-policy-not-public': { fail: ['partner-api'], pass: ['billing-database', 'shop-database'] },
  'secretsmanager-secret-policy-restrictive': { fail: ['billing-database', 'partner-api'], pass: ['shop-database'] },
  'secretsmanager-secret-replicated': { fail: ['billing-database', 'partner-api'], pass: ['shop-database'] },
  'secretsmanager-secret-rotated-within-max-days': {
    fail: ['billing-database', 'partner-api'],
    pass: ['shop-database'],
  },
  'secretsmanager-secret-rotation-enabled': { fail: ['partner-api'], pass: ['billing-database', 'shop-database'] },
  'secretsmanager-secret-rotation-succeeding': { fail: ['billing-database'], pass: ['shop-database'] },
  'secretsmanager-secret-used-recently': { fail: ['partner-api'], pass: ['billing-database', 'shop-database'] },

  'securityhub-hub-enabled': {
    fail: [
      'Security Hub in eu-west-1',
      'bare: Security Hub in eu-west-1',
      'bare: Security Hub in us-east-1',
      'second: Security Hub in eu-west-1',
      'second: Security Hub in us-east-1',
    ],
    pass: ['Security Hub in us-east-1'],
  },
  'securityhub-v2-enabled': inspection('Security Hub'),

  'servicequotas-cloudformation-stacks-below-80': regionalQuota,
  ...Object.fromEntries(
    [
      'gp2-storage',
      'gp3-storage',
      'io1-iops',
      'io1-storage',
      'io2-storage',
      'sc1-storage',
      'snapshots',
      'st1-storage',
      'standard-storage',
    ].map((what) => [`servicequotas-ebs-${what}-below-80`, regionalQuota]),
  ),
  'servicequotas-ec2-elastic-ips-below-80': quotaInSecond,
  'servicequotas-elb-classic-load-balancers-below-80': quotaInSecond,
  'servicequotas-elbv2-application-load-balancers-below-80': quotaInSecond,
  'servicequotas-elbv2-network-load-balancers-below-80': quotaInSecond,
  'servicequotas-iam-groups-below-80': nearQuota,
  'servicequotas-iam-instance-profiles-below-80': nearQuota,
  'servicequotas-iam-policies-below-80': nearQuota,
  'servicequotas-iam-roles-below-80': nearQuota,
  'servicequotas-iam-server-certificates-below-80': nearQuota,
  'servicequotas-iam-users-below-80': nearQuota,
  'servicequotas-utilization-below-threshold': regionalQuota,
  'servicequotas-vpc-vpcs-below-80': regionalQuota,
  'shield-advanced-auto-renew-enabled': notMain,
  'shield-advanced-protections-exist': notMain,
  'shield-advanced-subscription-active': { fail: ['bare: The account'], pass: ['The account', 'second: The account'] },
  'shield-classic-load-balancer-advanced-protected': {
    fail: ['second: unprotected-classic'],
    pass: ['second: protected-classic'],
  },
  'shield-cloudfront-distribution-advanced-protected': {
    fail: ['second: unprotected-cdn.example.com'],
    pass: ['second: protected-cdn.example.com'],
  },
  'shield-eip-advanced-protected': { fail: ['second: unprotected-ip'], pass: ['second: protected-ip'] },
  'shield-emergency-contacts-configured': notMain,
  'shield-global-accelerator-advanced-protected': {
    fail: ['second: unprotected-accelerator'],
    pass: ['second: protected-accelerator'],
  },
  'shield-hosted-zone-advanced-protected': {
    fail: ['second: unprotected.example.com'],
    pass: ['second: protected.example.com'],
  },
  'shield-load-balancer-advanced-protected': { fail: ['second: unprotected-alb'], pass: ['second: protected-alb'] },
  'shield-proactive-engagement-enabled': notMain,
  'shield-protection-automatic-response-enabled': { fail: ['second: protected-alb'], pass: ['second: protected-cdn'] },
  'shield-protection-health-check-associated': {
    fail: [
      'second: protected-accelerator',
      'second: protected-alb',
      'second: protected-classic',
      'second: protected-ip',
    ],
    pass: ['second: protected-cdn'],
  },
  'shield-response-team-access-configured': notMain,
  'shield-standard-exposed-resources-inventoried': {
    pass: ['bare: The account'],
    manual: ['The account', 'second: The account'],
  },

  'signin-console-resource-policy-perimeter': {
    fail: ['bare: AWS Sign-In', 'second: AWS Sign-In'],
    pass: ['AWS Sign-In'],
  },

  'sns-topic-policy-no-cross-account': topic,
  'sns-topic-policy-not-public': topic,
  'sqs-queue-encrypted-at-rest': { fail: ['plain'], pass: ['locked', 'orders'] },
  'sqs-queue-encrypted-cmk': { fail: ['orders', 'plain'], pass: ['locked'] },
  'sqs-queue-policy-no-cross-account': { fail: ['orders'], pass: ['locked', 'plain'] },
  'sqs-queue-policy-not-public': { fail: ['orders'], pass: ['locked', 'plain'] },

  'ssm-document-not-public': { fail: ['old-setup'], pass: ['restart-shop'] },
  'ssm-document-public-sharing-blocked': {
    fail: ['', 'bare: ', 'second: '].map((of) => `${of}Systems Manager in eu-west-1`),
    pass: ['', 'bare: ', 'second: '].map((of) => `${of}Systems Manager in us-east-1`),
  },
  'ssm-managed-instance-patch-compliant': { fail: ['mi-0aaaaaaaaaaaaaaa2'], pass: ['mi-0aaaaaaaaaaaaaaa1'] },
  'ssm-parameter-no-plaintext-secrets': { fail: ['/app/db-password'], pass: ['/app/log-level'] },

  'ssm-parameter-policy-shared-accounts-trusted': {
    fail: ['/app/lent'],
    pass: ['/app/db-password', '/app/log-level', '/app/own', '/app/secure'],
  },
  'ssm-parameter-secure-string-cmk': { fail: ['/app/lent', '/app/secure'], pass: ['/app/own'] },
  'ssm-parameter-secure-string-encrypted': { fail: ['/app/lent'], pass: ['/app/own', '/app/secure'] },
  'ssm-session-kms-encrypted': { fail: ['Systems Manager in eu-west-1'], pass: ['Systems Manager in us-east-1'] },
  'ssm-session-logging-enabled': { fail: ['Systems Manager in eu-west-1'], pass: ['Systems Manager in us-east-1'] },
  'stepfunctions-state-machine-definition-no-secrets': { fail: ['leaky-machine'], pass: ['clean-machine'] },

  'sts-audit-caller-not-root': { fail: ['bare: The account'], pass: ['The account', 'second: The account'] },
  'sts-global-endpoint-not-used': {
    fail: ['STS in eu-west-1'],
    pass: [
      'STS in us-east-1',
      'bare: STS in eu-west-1',
      'bare: STS in us-east-1',
      'second: STS in eu-west-1',
      'second: STS in us-east-1',
    ],
  },
  'sts-global-endpoint-token-version-2': onlySecond,

  'sts-vpc-endpoint-exists': { fail: ['closed-vpc', 'open-vpc', 'second: second-vpc'] },
  'supportauthz-permits-limited': { fail: ['always'], pass: ['case-1'] },

  'trustedadvisor-checks-no-errors': { fail: ['Trusted Advisor'], pass: ['bare: Trusted Advisor'] },
  'trustedadvisor-security-checks-not-excluded': { fail: ['Trusted Advisor'], pass: ['bare: Trusted Advisor'] },

  'vpc-account-encryption-control-enforced': metadata,
  'vpc-block-public-access-enabled': {
    fail: ['EC2 settings in eu-west-1', 'bare: EC2 settings in eu-west-1', 'second: EC2 settings in eu-west-1'],
    pass: ['EC2 settings in us-east-1', 'bare: EC2 settings in us-east-1', 'second: EC2 settings in us-east-1'],
  },
  'vpc-ec2-endpoint-exists': vpc,
  'vpc-endpoint-policy-not-public': { fail: ['dynamodb-open'], pass: ['ec2-partner', 's3-own'] },
  'vpc-endpoint-policy-trusted-principals': { fail: ['dynamodb-open', 'ec2-partner'], pass: ['s3-own'] },
  'vpc-endpoint-service-trusted-principals': {
    fail: ['second: service-for-all'],
    pass: ['second: service-for-nobody'],
  },
  'vpc-flow-logs-enabled': vpc,
  'vpc-peering-routes-least-privilege': { fail: ['peering-wide'], pass: ['peering-narrow'] },
  'vpc-s3-gateway-endpoint-exists': vpc,
  'vpc-subnet-no-auto-public-ip': {
    fail: ['closed-vpc-a', 'open-vpc-a', 'second: second-vpc-a', 'second: second-vpc-b'],
  },
  'vpc-vpn-connection-ikev2-only': vpn,
  'vpc-vpn-connection-ipsec-algorithms-strong': vpn,
  'vpc-vpn-connection-logging-enabled': vpn,
  'vpc-vpn-tunnels-up': vpn,

  'vpclattice-service-auth-policy-not-public': { fail: ['search'], pass: ['orders'] },
  'vpclattice-service-auth-required': { fail: ['prices'], pass: ['orders', 'search'] },

  'wafv2-ip-set-not-overly-permissive': { fail: ['wide'], pass: ['partners'] },
  'wafv2-web-acl-allow-rules-after-managed-rules': { fail: ['legacy'], pass: ['second: protected-acl', 'shop'] },
  'wafv2-web-acl-core-rule-set-used': { fail: ['cdn', 'legacy'], pass: ['second: protected-acl', 'shop'] },
  'wafv2-web-acl-has-rules': { fail: ['cdn'], pass: ['legacy', 'second: protected-acl', 'shop'] },
  'wafv2-web-acl-logging-enabled': { fail: ['cdn', 'legacy', 'second: protected-acl'], pass: ['shop'] },
  'wafv2-web-acl-managed-rule-version-not-expiring': { fail: ['legacy'], pass: ['second: protected-acl', 'shop'] },
  'wafv2-web-acl-rule-metrics-enabled': { fail: ['cdn', 'legacy'], pass: ['second: protected-acl', 'shop'] },

  'xray-group-insights-enabled': { fail: ['Default'], pass: ['shop'] },
  'xray-resource-policy-not-public': { fail: ['everybody'], pass: ['topics'] },
  'xray-traces-encrypted-cmk': {
    fail: ['X-Ray in eu-west-1', 'bare: X-Ray in eu-west-1', 'second: X-Ray in eu-west-1'],
    pass: ['bare: X-Ray in us-east-1', 'second: X-Ray in us-east-1'],
    unknown: ['X-Ray in us-east-1'],
  },
};
