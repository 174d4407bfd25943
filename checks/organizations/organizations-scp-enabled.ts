import { along, defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { looksIntoOrganization, notHere, standing } from '../../src/judgements/organization/standing.ts';
import { organization } from '../../src/services/organizations/organization.ts';
import { organizationRoot } from '../../src/services/organizations/root.ts';
import { shell } from '../../src/text/shell.ts';

export default defineCheck({
  id: 'organizations-scp-enabled',
  title: 'Service control policies are turned on',
  resource: organization,
  derived: { standing },
  along: { roots: along(organizationRoot) },
  risk: 'Without service control policies the administrator of any account decides alone what it does: no rule of the organization binds it.',
  fix: {
    text: 'Turn on the policy type for the root (an organization that only shares its bill has to enable all features first, which every invited account must accept). At first the policy FullAWSAccess is attached everywhere, so that nothing changes.',
    exact: (_organization, { along: { roots } }) => ({
      cli: roots
        .map(
          ({ id }) => shell`aws organizations enable-policy-type --root-id ${id} --policy-type SERVICE_CONTROL_POLICY`,
        )
        .join('\n'),
    }),
    terraform:
      'resource "aws_organizations_organization" "this" {\n  feature_set          = "ALL"\n  enabled_policy_types = ["SERVICE_CONTROL_POLICY"]\n}',
  },
  references: ['https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_enable-disable.html'],
  evaluate(_organization, { along: { roots }, derived }) {
    const elsewhere = notHere(looksIntoOrganization(derived.standing), 'the policies of the organization');
    if (elsewhere !== undefined) return elsewhere;
    const [root] = roots;
    if (root === undefined) return unknown('AWS lists no root of the organization');
    const status = root.types['SERVICE_CONTROL_POLICY'];
    if (status === 'ENABLED')
      return pass(`The organization has service control policies turned on for root ${root.id}`, { status });
    return fail(
      status === undefined
        ? `The organization has service control policies turned off for root ${root.id}`
        : `The organization is turning service control policies on or off for root ${root.id} (${status})`,
      { status },
    );
  },
});
