import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { organizationAlong, ownOrganizationOf } from '../../src/judgements/organization/own-organization.ts';
import { namesOrganization } from '../../src/iam/exposure/mentions.ts';
import { policyIsNone, whoPasses } from '../../src/judgements/exposure/endpoint-policy.ts';
import { isShared, sharedReason } from '../../src/services/ec2/ownership.ts';
import { labelOf } from '../../src/services/ec2/tags.ts';
import { vpcEndpoint } from '../../src/services/ec2/vpc-endpoint.ts';

export default defineCheck({
  id: 'vpc-endpoint-policy-trusted-principals',
  title: 'VPC endpoint policies let trusted principals through only',
  resource: vpcEndpoint,
  needs: ['policySupported'],
  along: organizationAlong,
  risk: 'Credentials of a foreign account that are smuggled into the VPC work through the endpoint: data can be copied to buckets, queues or tables that are not yours.',
  fix: {
    text: "Limit the policy to principals of your account, of your organisation (aws:PrincipalOrgID) or of named partners, and name those partners in the configuration's trusted accounts. The command lets principals of this account through only: add others first.",
    cli: 'aws ec2 modify-vpc-endpoint --vpc-endpoint-id {id} --policy-document \'{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalAccount":"{account}"}}}]}\'',
    terraform:
      'resource "aws_vpc_endpoint_policy" "this" {\n  vpc_endpoint_id = "{id}"\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect    = "Allow"\n      Principal = "*"\n      Action    = "*"\n      Resource  = "*"\n      Condition = { StringEquals = { "aws:PrincipalOrgID" = var.organization_id } }\n    }]\n  })\n}',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html'],
  evaluate(subject, { trustedAccounts, now, along }) {
    if (isShared(subject)) return notApplicable(sharedReason(subject));
    const none = policyIsNone(subject);
    if (none !== undefined) return notApplicable(none);
    const name = labelOf(subject);
    let reach = whoPasses(subject, trustedAccounts, now);
    if (reach.verdict === 'cross-account' && namesOrganization(subject.policy)) {
      const own = ownOrganizationOf(along.organizations);
      if (own === undefined && reach.possiblyOwn.length > 0)
        return unknown(
          `${name} lets principals of organisation ${reach.possiblyOwn.join(', ')} through, and AWS did not say which organization the account is in`,
        );
      if (own !== undefined) reach = whoPasses(subject, trustedAccounts, now, own === null ? null : { id: own });
    }
    const strangers = reach.accounts.filter((account) => !reach.trustedAccounts.includes(account));
    const evidence = { verdict: reach.verdict, accounts: reach.accounts, witness: reach.witness };
    switch (reach.verdict) {
      case 'public':
      case 'any-account':
        return fail(`${name} lets principals of every AWS account through; expected trusted accounts only`, evidence);
      case 'cross-account':
        if (strangers.length > 0)
          return fail(
            `${name} lets principals of ${strangers.join(', ')} through; expected trusted accounts only`,
            evidence,
          );
        if (reach.organizations.length > 0)
          return fail(
            `${name} lets principals of organisation ${reach.organizations.join(', ')} through; expected trusted accounts only`,
            evidence,
          );
        if (reach.unknownPrincipals.length > 0)
          return unknown(
            `${name} lets ${reach.unknownPrincipals.join(', ')} through, which may be a principal of another account`,
          );
        return pass(`${name} lets trusted accounts through only`, evidence);
      case 'conditional':
        return unknown(`whom ${name} lets through depends on a condition that its policy does not prove`);
      case 'organization':
        return pass(`${name} lets principals of the organisation through only`, evidence);
      case 'private':
        return pass(`${name} lets principals of this account through only`, evidence);
      case 'unknown':
        return unknown(`the policy of ${name} could not be judged: ${reach.unknown.join('; ')}`);
    }
  },
});
