import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { hub } from '../../src/services/securityhub/hub.ts';

export default state(hub, 'securityhub-v2-enabled', {
  title: 'Security Hub that correlates findings is enabled in the region',
  at: 'v2.arn',
  otherwise: ({ name }) => pass(`${name} correlates findings: its second version is enabled`),
  absent: fail('{label} does not correlate findings: its second version is not enabled'),
  unsaid: unknown('AWS does not say whether the second version of {label} is enabled'),
  risk: 'Findings, resources and ways of attack are not brought together into exposures, and what matters drowns among what does not. Security Hub CSPM, which checks standards, is another subscription and does not do it.',
  fix: {
    text: 'Enable Security Hub, best for all accounts by the delegated administrator. It costs by resources, and `aws securityhub disable-security-hub-v2` undoes it.',
    cli: 'aws securityhub enable-security-hub-v2',
  },
  references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/what-is-securityhub-v2.html'],
});
