import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { resourceControlAlong, resourceLimits } from '../../src/judgements/organization/control-policies.ts';
import { organizationAlong, ownOrganizationOf } from '../../src/judgements/organization/own-organization.ts';
import { outsidersAsked } from '../../src/judgements/exposure/external-id.ts';
import { role } from '../../src/services/iam/role.ts';
import { few } from '../../src/text/few.ts';

export default defineCheck({
  id: 'iam-role-cross-account-mfa-or-external-id',
  title: 'Roles ask other accounts for an external id or MFA',
  resource: role,
  along: { ...resourceControlAlong, ...organizationAlong },
  risk: 'A third party that works for many customers can be made to use the role by another of them, who only has to know its ARN.',
  fix: {
    text: 'Agree on one external id with the third party and require it (StringEquals on sts:ExternalId, without wildcard) in every statement of the trust policy that names its account; require MFA where people of another account assume the role. The command replaces the trust policy. Accounts of your own belong into trustedAccounts of the configuration.',
    cli: 'aws iam update-assume-role-policy --role-name {name} --policy-document TRUST_POLICY',
    terraform:
      'data "aws_iam_policy_document" "trust" {\n  statement {\n    actions = ["sts:AssumeRole"]\n    principals {\n      type        = "AWS"\n      identifiers = ["arn:{partition}:iam::PARTNER_ACCOUNT:role/deploy"]\n    }\n    condition {\n      test     = "StringEquals"\n      variable = "sts:ExternalId"\n      values   = ["EXTERNAL_ID"]\n    }\n  }\n}\n\nresource "aws_iam_role" "this" {\n  name               = "{name}"\n  assume_role_policy = data.aws_iam_policy_document.trust.json\n}',
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
  ],
  evaluate({ arn, account, name, trust }, { now, trustedAccounts, along, unreadAlong }) {
    const limits = resourceLimits(along, unreadAlong);
    const { all, unasked } = outsidersAsked(
      { arn, account, trust },
      { now, trustedAccounts, limits, organization: () => ownOrganizationOf(along.organizations) },
    );
    if (all.who.length === 0) {
      return all.unsure === undefined
        ? notApplicable(`${name} cannot be assumed by accounts that are not trusted`)
        : unknown(`it cannot be told who may assume ${name}: ${all.unsure}`);
    }
    if (unasked.who.length > 0) {
      return fail(
        `${name} can be assumed by ${few(unasked.who)} without MFA or an external id that the trust policy fixes${limits.note}`,
        { assumableBy: unasked.who.slice(0, 20) },
        undefined,
        { reach: { from: 'accounts', how: `assumable by ${unasked.who[0] ?? 'another account'}` } },
      );
    }
    return unasked.unsure === undefined
      ? pass(`${name} asks ${all.who.slice(0, 3).join(', ')} for an external id or MFA`, {
          assumableBy: all.who.slice(0, 20),
        })
      : unknown(`it cannot be told who may assume ${name} without external id or MFA: ${unasked.unsure}`);
  },
});
