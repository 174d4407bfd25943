import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { hcl } from '../../src/text/hcl.ts';
import { shell } from '../../src/text/shell.ts';
import { hub } from '../../src/services/securityhub/hub.ts';

/** Subscriptions to Security Hub's own findings come with the hub and take in nothing from elsewhere. No integration is a standard. */
const isOwn = (product: string): boolean => product.endsWith('/aws/securityhub');
const running = new Set(['PENDING', 'READY', 'INCOMPLETE']);

/** AWS Foundational Security Best Practices: https://docs.aws.amazon.com/securityhub/latest/userguide/fsbp-standard.html */
const standard = (partition: string, region: string): string =>
  `arn:${partition}:securityhub:${region}::standards/aws-foundational-security-best-practices/v/1.0.0`;

export default defineCheck({
  id: 'securityhub-hub-enabled',
  title: 'Security Hub is enabled with at least one standard',
  resource: hub,
  needs: ['details', 'standards', 'products'],
  risk: 'Findings of AWS services and the results of security standards are not brought together, so they are overlooked region by region.',
  fix: {
    text: 'Enable Security Hub in the region together with at least one standard.',
    exact: ({ partition, region, details }) => ({
      cli:
        details === undefined
          ? 'aws securityhub enable-security-hub --enable-default-standards'
          : shell`aws securityhub batch-enable-standards --standards-subscription-requests StandardsArn=${standard(partition, region)}`,
      terraform:
        details === undefined
          ? 'resource "aws_securityhub_account" "this" {\n  enable_default_standards = true\n}'
          : hcl`resource "aws_securityhub_standards_subscription" "this" {\n  standards_arn = ${standard(partition, region)}\n}`,
    }),
  },
  references: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-settingup.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/enable-standards.html',
  ],
  evaluate({ name, details, standards, products }) {
    if (details === undefined) return fail(`${name} is not enabled`);
    const enabled = standards.filter(({ status }) => status !== undefined && running.has(status));
    const integrations = products.filter((product) => !isOwn(product));
    const observed = { standards: enabled.map(({ arn }) => arn), integrations: integrations.length };
    if (enabled.length > 0)
      return pass(
        `${name} is enabled with ${enabled.length} ${enabled.length === 1 ? 'standard' : 'standards'}`,
        observed,
      );
    const also = integrations.length === 0 ? '' : `; it takes in findings of ${integrations.length} other products`;
    return fail(`${name} is enabled, but no standard is${also}`, observed);
  },
});
