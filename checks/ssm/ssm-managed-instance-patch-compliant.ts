import { along, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { instance } from '../../src/services/ec2/instance.ts';
import { managedInstance } from '../../src/services/ssm/managed-instance.ts';

export default state(managedInstance, 'ssm-managed-instance-patch-compliant', {
  title: 'Machines that Systems Manager patches have their patches',
  along: { instances: along(instance, { optional: true }) },
  at: 'patches.status',
  is: {
    COMPLIANT: pass('{label} has its patches[, as of {patches.at:day}]'),
    NON_COMPLIANT: fail(
      '{label} lacks[ {patches.missing}] patches of its baseline[, the worst of severity {patches.severity}][, as of {patches.at:day}]; expected none missing',
    ),
  },
  absent: notApplicable('{label} has never reported patches: Patch Manager does not look at it'),
  unsaid: unknown('AWS does not say whether {label} has its patches'),
  unless: [
    {
      such: { id: 'i-0gone', region: 'eu-west-1' },
      along: { instances: [] },
      when: ({ id, region }, { along: { instances }, unreadAlong }) =>
        id.startsWith('i-') &&
        !('instances' in unreadAlong) &&
        !instances.some((one) => one.id === id && one.region === region)
          ? `EC2 lists no instance ${id}: it is gone`
          : undefined,
    },
  ],
  risk: 'What the patches mend is known to everybody, attackers included.',
  fix: {
    text: 'Install what is missing, in a maintenance window: the command restarts machines where a patch needs it (`RebootOption=NoReboot` leaves that out, and the patch waits).',
    cli: 'aws ssm send-command --document-name AWS-RunPatchBaseline --instance-ids {id} --parameters \'{"Operation":["Install"]}\'',
  },
  references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/ssm-controls.html#ssm-2'],
});
