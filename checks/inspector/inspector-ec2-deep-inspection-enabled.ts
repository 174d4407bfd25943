import { fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { inspectorRegion } from '../../src/services/inspector/region.ts';

export default state(inspectorRegion, 'inspector-ec2-deep-inspection-enabled', {
  title: 'Inspector looks for application packages on instances',
  at: 'deepInspection.status',
  is: {
    ACTIVATED: pass('{label} inspects Linux instances deeply'),
    DEACTIVATED: fail('{label} does not inspect instances deeply: it is DEACTIVATED; expected ACTIVATED'),
    FAILED: fail('{label} failed to inspect instances deeply[: {deepInspection.error}]; expected ACTIVATED'),
    PENDING: unknown('Deep inspection of {label} is being changed: it is PENDING'),
  },
  absent: notApplicable('{label} does not scan EC2 instances'),
  unsaid: unknown('AWS does not say whether {label} inspects instances deeply'),
  risk: 'Only packages of the operating system are looked at: vulnerable libraries of applications (Python, Java, Node.js and others) are missed.',
  fix: {
    text: 'Turn deep inspection on. Members of an organization may have it turned on by the delegated administrator of Inspector. It adds an SSM association to instances; `--no-activate-deep-inspection` undoes it.',
    cli: 'aws inspector2 update-ec2-deep-inspection-configuration --activate-deep-inspection',
  },
  references: [
    'https://docs.aws.amazon.com/inspector/latest/user/deep-inspection.html',
    'https://docs.aws.amazon.com/inspector/v2/APIReference/API_GetEc2DeepInspectionConfiguration.html',
  ],
});
