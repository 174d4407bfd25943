import { along, defineCheck, fail, pass } from '../../src/engine/check.ts';
import { accountSettings } from '../../src/services/account/account.ts';
import { aggregator } from '../../src/services/config/aggregator.ts';
import { administers, notHere, notInOne, standing } from '../../src/judgements/organization/standing.ts';

export default defineCheck({
  id: 'config-organization-aggregator-all-regions',
  title: 'AWS Config data of the whole organization is aggregated from all regions',
  resource: accountSettings,
  along: { aggregators: along(aggregator, { witness: true }) },
  derived: { standing },
  risk: 'Without one view of all accounts and regions, a resource that breaks the rules in a forgotten corner is found by nobody.',
  fix: {
    text: "In the organization's management account or its delegated administrator for AWS Config, create an aggregator of the organization for all regions.",
    cli: 'aws configservice put-configuration-aggregator --configuration-aggregator-name organization --organization-aggregation-source RoleArn=ROLE_ARN,AllAwsRegions=true',
    terraform:
      'resource "aws_config_configuration_aggregator" "organization" {\n  name = "organization"\n  organization_aggregation_source {\n    all_regions = true\n    role_arn    = "ROLE_ARN"\n  }\n}',
  },
  references: ['https://docs.aws.amazon.com/config/latest/developerguide/aggregate-data.html'],
  evaluate(_account, { along: { aggregators }, derived }) {
    const outside = notInOne(derived.standing);
    if (outside !== undefined) return outside;
    const ofOrganization = aggregators.filter((found) => found.organization !== undefined);
    const whole = ofOrganization.find((found) => found.organization?.allRegions === true);
    if (whole !== undefined)
      return pass(`The account aggregates all regions of the organization with ${whole.name} in ${whole.region}`, {
        aggregator: whole.arn,
      });
    const verdict = notHere(
      administers(derived.standing, 'config.amazonaws.com'),
      "the organization's data of AWS Config",
    );
    if (verdict !== undefined) return verdict;
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
