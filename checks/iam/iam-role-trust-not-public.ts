import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { resourceControlAlong, resourceLimits } from '../../src/judgements/organization/control-policies.ts';
import { organizationAlong, ownOrganizationOf } from '../../src/judgements/organization/own-organization.ts';
import { statementEvidence } from '../../src/iam/statement.ts';
import { outsidersOf, trustOf } from '../../src/judgements/exposure/outsiders.ts';
import { role } from '../../src/services/iam/role.ts';

export default defineCheck({
  id: 'iam-role-trust-not-public',
  title: 'Roles cannot be assumed by everyone',
  resource: role,
  along: { ...resourceControlAlong, ...organizationAlong },
  exposes: true,
  risk: 'Anyone with an AWS account, or a token anyone can get, takes the role and everything it may do.',
  fix: {
    text: 'Name the accounts, services or identity providers that may assume the role, and limit them by conditions such as aws:PrincipalOrgID or the subject of a token. The command replaces the trust policy: who is not in the new one can assume the role no more.',
    cli: 'aws iam update-assume-role-policy --role-name {name} --policy-document TRUST_POLICY',
    terraform:
      'data "aws_iam_policy_document" "trust" {\n  statement {\n    actions = ["sts:AssumeRole"]\n    principals {\n      type        = "AWS"\n      identifiers = ["arn:{partition}:iam::{account}:root"]\n    }\n  }\n}\n\nresource "aws_iam_role" "this" {\n  name               = "{name}"\n  assume_role_policy = data.aws_iam_policy_document.trust.json\n}',
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-user.html',
  ],
  evaluate(role, { now, along, unreadAlong }) {
    const limits = resourceLimits(along, unreadAlong);
    const { arn, account, name, trust } = role;
    const exposed = trustOf(
      { arn, account, trust },
      { now, limits, organization: () => ownOrganizationOf(along.organizations) },
    );
    const evidence = {
      verdict: exposed.verdict,
      witness: exposed.witness,
      statements: statementEvidence(exposed.statements),
    };
    if (exposed.verdict === 'public')
      return fail(`${name} can be assumed by anyone on the internet${limits.note}`, evidence, undefined, {
        reach: { from: 'internet', how: 'assumable by anyone on the internet' },
      });
    if (exposed.verdict === 'any-account')
      return fail(`${name} can be assumed by every AWS account${limits.note}`, evidence, undefined, {
        reach: { from: 'internet', how: 'assumable by every AWS account' },
      });
    if (exposed.verdict === 'unknown')
      return unknown(`${name} could be open to everyone: ${exposed.unknown[0] ?? 'its trust policy cannot be read'}`);
    if (exposed.verdict !== 'conditional') {
      const [organization] = exposed.organizations;
      const everyAccount = `${name} can be assumed by every account of organization ${exposed.organizations.join(', ')}`;
      if (exposed.possiblyOwn.length > 0)
        return unknown(`${everyAccount}, and AWS did not say which organization the account is in`);
      if (organization !== undefined)
        return fail(`${everyAccount}, which is not the account's own${limits.note}`, {
          ...evidence,
          organizations: exposed.organizations,
        });
      return pass(`${name} can be assumed by named principals only`, {
        verdict: exposed.verdict,
        accounts: exposed.accounts,
      });
    }
    // An identity provider whose subjects are not limited is a matter of its own.
    const [who] = outsidersOf(exposed).who;
    const unsure = exposed.federated.flatMap((grant) => (grant.verdict === 'conditional' ? grant.unknown : []));
    if (who === undefined && unsure[0] !== undefined)
      return unknown(
        `${name} can be assumed with tokens of its provider, and it is not known whose: it depends on ${unsure[0]}`,
      );
    return who === undefined
      ? pass(`${name} can be assumed by identities of its provider only`, evidence)
      : fail(`${name} can be assumed by ${who}${limits.note}`, evidence);
  },
});
