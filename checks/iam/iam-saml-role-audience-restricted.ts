import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { samlTrusts } from '../../src/iam/saml.ts';
import { statementEvidence, statementName } from '../../src/iam/statement.ts';
import { unreadable } from '../../src/judgements/policies/document-verdicts.ts';
import { role } from '../../src/services/iam/role.ts';
import { shell } from '../../src/text/shell.ts';

const nameOf = (provider: string): string => provider.slice(provider.indexOf('/') + 1);

export default defineCheck({
  id: 'iam-saml-role-audience-restricted',
  title: "Role for a SAML provider takes assertions for AWS's sign-in only",
  resource: role,
  risk: 'The identity provider signs assertions for other services too: without a look at the audience, one that was made for another service gets the role.',
  fix: {
    text: 'Add a condition StringEquals on SAML:aud with the sign-in address of AWS to each statement that trusts the provider: https://signin.aws.amazon.com/saml, or the address of the region where people sign in. The command puts a new trust policy in the place of the old one; keep a copy.',
    exact: ({ id }) => ({
      cli: shell`aws iam update-assume-role-policy --role-name ${id} --policy-document TRUST_POLICY`,
    }),
    terraform:
      'data "aws_iam_policy_document" "trust" {\n  statement {\n    actions = ["sts:AssumeRoleWithSAML"]\n    principals {\n      type        = "Federated"\n      identifiers = ["SAML_PROVIDER_ARN"]\n    }\n    condition {\n      test     = "StringEquals"\n      variable = "SAML:aud"\n      values   = ["https://signin.aws.amazon.com/saml"]\n    }\n  }\n}',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_saml.html'],
  evaluate({ name, arn, trust }, { now }) {
    const found = samlTrusts(trust, arn, new Date(now));
    const [open] = found.filter(({ anyAudience }) => anyAudience === 'yes');
    if (open !== undefined) {
      const [statement] = open.statements;
      return fail(
        `${name} takes assertions of ${nameOf(open.provider)} for any audience${statement === undefined ? '' : ` (${statementName(statement)})`}`,
        { provider: open.provider, statements: statementEvidence(open.statements) },
      );
    }
    const broken = unreadable(`the trust policy of ${name}`, trust);
    if (broken !== undefined) return broken;
    const unsure = found.find(({ anyAudience }) => anyAudience === 'possible');
    if (unsure !== undefined)
      return unknown(
        `it depends on conditions that are not known whether ${name} takes assertions of ${nameOf(unsure.provider)} for any audience`,
      );
    return found.length === 0
      ? notApplicable(`${name} trusts no SAML provider`)
      : pass(`${name} takes assertions of ${nameOf(found[0]?.provider ?? '')} for the audiences it names`, {
          providers: found.map(({ provider }) => provider),
        });
  },
});
