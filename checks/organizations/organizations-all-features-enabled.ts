import { fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { organization } from '../../src/services/organizations/organization.ts';

export default state(organization, 'organizations-all-features-enabled', {
  title: 'Organization has all features',
  at: 'details.featureSet',
  is: {
    ALL: pass('{label} has all features'),
    CONSOLIDATED_BILLING: fail('{label} shares its bill alone; expected all features'),
  },
  otherwise: unknown('What features {label} has with {details.featureSet} is not known'),
  absent: notApplicable('The account is not in an organization'),
  unsaid: unknown('AWS does not say which features {label} has'),
  risk: 'No control policy binds the member accounts, and no security service can be turned on for all of them.',
  fix: {
    text: 'In the management account enable all features; accounts that were invited have to agree. That cannot be undone, and from then on the management account can limit what members do.',
    cli: 'aws organizations enable-all-features',
    terraform: 'resource "aws_organizations_organization" "this" {\n  feature_set = "ALL"\n}',
  },
  references: [
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_org_support-all-features.html',
    'https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html',
  ],
});
