import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { policyIsNone, whoPasses } from '../../src/judgements/exposure/endpoint-policy.ts';
import { isShared, sharedReason } from '../../src/services/ec2/ownership.ts';
import { labelOf } from '../../src/services/ec2/tags.ts';
import { vpcEndpoint } from '../../src/services/ec2/vpc-endpoint.ts';

export default defineCheck({
  id: 'vpc-endpoint-policy-not-public',
  title: 'VPC endpoint policies do not let every principal through',
  resource: vpcEndpoint,
  needs: ['policySupported'],
  risk: 'Whoever gets into the VPC can use credentials of an account of his own through the endpoint and carry data out to it, past every firewall.',
  fix: {
    text: 'Replace the policy, which allows everything, by one that names principals of your account or organisation (aws:PrincipalOrgID) and, where the service allows it, your own resources (aws:ResourceOrgID). The command lets principals of this account through only: add others first.',
    cli: 'aws ec2 modify-vpc-endpoint --vpc-endpoint-id {id} --policy-document \'{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalAccount":"{account}"}}}]}\'',
    terraform:
      'resource "aws_vpc_endpoint_policy" "this" {\n  vpc_endpoint_id = "{id}"\n  policy = jsonencode({\n    Version = "2012-10-17"\n    Statement = [{\n      Effect    = "Allow"\n      Principal = "*"\n      Action    = "*"\n      Resource  = "*"\n      Condition = { StringEquals = { "aws:PrincipalAccount" = "{account}" } }\n    }]\n  })\n}',
  },
  references: [
    'https://docs.aws.amazon.com/whitepapers/latest/building-a-data-perimeter-on-aws/perimeter-implementation.html',
  ],
  evaluate(subject, { trustedAccounts, now }) {
    if (isShared(subject)) return notApplicable(sharedReason(subject));
    const none = policyIsNone(subject);
    if (none !== undefined) return notApplicable(none);
    const name = labelOf(subject);
    const reach = whoPasses(subject, trustedAccounts, now);
    const evidence = { verdict: reach.verdict, statements: reach.statements.map(({ index, sid }) => ({ index, sid })) };
    switch (reach.verdict) {
      case 'public':
      case 'any-account':
        return fail(`${name} lets principals of every AWS account through to ${subject.serviceName ?? 'its service'}`, {
          ...evidence,
          witness: reach.witness,
        });
      case 'conditional':
      case 'cross-account':
      case 'organization':
      case 'private':
        return pass(`${name} does not let every principal through`, evidence);
      case 'unknown':
        return unknown(`the policy of ${name} could not be judged: ${reach.unknown.join('; ')}`);
    }
  },
});
