import { along, defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { resourceControlAlong, resourceLimits } from '../../src/judgements/organization/control-policies.ts';
import { statementEvidence } from '../../src/iam/statement.ts';
import { oidcProvider } from '../../src/services/iam/oidc-provider.ts';
import { trustOf } from '../../src/judgements/exposure/outsiders.ts';
import { role } from '../../src/services/iam/role.ts';
import { shell } from '../../src/text/shell.ts';

export default defineCheck({
  id: 'iam-oidc-provider-role-subject-restricted',
  title: 'Roles for OIDC providers name the subjects that may assume them',
  resource: oidcProvider,
  along: { ...resourceControlAlong, roles: along(role) },
  exposes: true,
  risk: 'A provider such as GitHub signs tokens for all its customers: a role that does not look at the subject lets any of them in.',
  fix: {
    text: "Add a condition on the token's subject (for GitHub Actions `token.actions.githubusercontent.com:sub` with your organization and repository) beside the one on its audience, in the trust policy of each role in the message. The command replaces the trust policy.",
    terraform:
      'data "aws_iam_policy_document" "trust" {\n  statement {\n    actions = ["sts:AssumeRoleWithWebIdentity"]\n    principals {\n      type        = "Federated"\n      identifiers = ["{arn}"]\n    }\n    condition {\n      test     = "StringLike"\n      variable = "token.actions.githubusercontent.com:sub"\n      values   = ["repo:example/app:ref:refs/heads/main"]\n    }\n  }\n}',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html'],
  evaluate({ name, arn }, { now, along, unreadAlong }) {
    const limits = resourceLimits(along, unreadAlong);
    const grants = along.roles.flatMap((role) => {
      const exposed = trustOf(role, { now, limits });
      return exposed.federated
        .filter(({ provider }) => provider === arn)
        .map((grant) => ({ role, grant, unsure: grant.unknown }));
    });
    if (grants.length === 0) return notApplicable(`no role trusts ${name}`);
    const open = grants.filter(
      ({ grant, unsure }) => grant.verdict === 'public' || (grant.verdict === 'conditional' && unsure.length === 0),
    );
    const [first] = open;
    if (first !== undefined) {
      const more = open.length > 1 ? ` and ${open.length - 1} more roles` : '';
      return fail(
        `${name} may assume ${first.role.name}${more} with ${first.grant.verdict === 'public' ? "any customer's" : 'any'} token${limits.note}`,
        {
          roles: open.slice(0, 20).map(({ role }) => role.arn),
          statements: statementEvidence(open.map(({ grant }) => grant.statement)),
        },
        {
          cli: [...new Set(open.map(({ role }) => role.name))]
            .map(
              (name) =>
                `${shell`aws iam update-assume-role-policy --role-name ${name}`} --policy-document TRUST_POLICY`,
            )
            .join('\n'),
        },
        { reach: { from: 'internet', how: `tokens of ${name}` } },
      );
    }
    const unsure = grants.find(({ grant }) => grant.verdict === 'conditional' || grant.verdict === 'unknown');
    return unsure === undefined
      ? pass(
          `${name} may assume ${grants.length === 1 ? 'one role' : `${grants.length} roles`} with named subjects only`,
        )
      : unknown(
          `it cannot be told which tokens of ${name} may assume ${unsure.role.name}: ${unsure.unsure[0] ?? 'its conditions are not known'}`,
        );
  },
});
