import { along, defineCheck, fail, notApplicable, pass } from '../../src/engine/check.ts';
import { accountSettings } from '../../src/services/account/account.ts';
import { aggregator, configSettings } from '../../src/services/config/aggregator.ts';
import { organization, placeOf } from '../../src/services/organizations/organization.ts';

export default defineCheck({
  id: 'config-organization-aggregator-all-regions',
  title: 'AWS Config data of the whole organization is aggregated from all regions',
  resource: accountSettings,
  along: {
    organizations: along(organization, { needs: ['details'] }),
    aggregators: along(aggregator, { witness: true }),
    settings: along(configSettings, { needs: ['delegatedAdministrators'], witness: true }),
  },
  risk: 'Without one view of all accounts and regions, a resource that breaks the rules in a forgotten corner is found by nobody.',
  fix: {
    text: "In the organization's management account or its delegated administrator for AWS Config, create an aggregator of the organization for all regions.",
    cli: 'aws configservice put-configuration-aggregator --configuration-aggregator-name organization --organization-aggregation-source RoleArn=ROLE_ARN,AllAwsRegions=true',
    terraform:
      'resource "aws_config_configuration_aggregator" "organization" {\n  name = "organization"\n  organization_aggregation_source {\n    all_regions = true\n    role_arn    = "ROLE_ARN"\n  }\n}',
  },
  references: ['https://docs.aws.amazon.com/config/latest/developerguide/aggregate-data.html'],
  evaluate({ account }, { along: { organizations, aggregators, settings } }) {
    const place = placeOf(organizations[0]?.details);
    if (place.kind === 'alone') return notApplicable(place.elsewhere);
    const ofOrganization = aggregators.filter((found) => found.organization !== undefined);
    const whole = ofOrganization.find((found) => found.organization?.allRegions === true);
    if (whole !== undefined)
      return pass(`The account aggregates all regions of the organization with ${whole.name} in ${whole.region}`, {
        aggregator: whole.arn,
      });
    const delegated = settings[0]?.delegatedAdministrators;
    if (delegated?.includes(account) !== true) {
      if (delegated !== undefined && delegated.length > 0)
        return notApplicable(`AWS Config is administered by account ${delegated.join(', ')}: judged there`);
      if (place.kind === 'member') return notApplicable(`the organization's data: ${place.elsewhere}`);
    }
    const [part] = ofOrganization;
    return part === undefined
      ? fail(
          'The account administers AWS Config for the organization, but no region of this run has an aggregator of the organization',
        )
      : fail(
          `The account aggregates the organization with ${part.name}, but from ${part.organization?.regions.length ?? 0} regions only`,
          {
            aggregator: part.arn,
            regions: part.organization?.regions,
          },
        );
  },
});
