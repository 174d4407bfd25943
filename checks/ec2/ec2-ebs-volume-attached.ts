import { fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { sameFor, state } from '../../src/engine/forms/index.ts';
import { volume } from '../../src/services/ec2/volume.ts';

export default state(volume, 'ec2-ebs-volume-attached', {
  title: 'Volumes are attached to instances',
  at: 'state',
  is: {
    'in-use': pass('{label} is attached'),
    available: fail('{label} of {size} GiB is attached to nothing'),
    creating: notApplicable('{label} is being made'),
    error: fail('{label} is in error and attached to nothing'),
    ...sameFor(['deleting', 'deleted'], notApplicable('{label} is deleted')),
  },
  unsaid: unknown('AWS does not say whether {label} is attached'),
  risk: 'A volume that nothing uses costs as much as one that is used, and what is on it is forgotten.',
  fix: {
    text: 'Find out what is on the volume. Where it may be needed take a snapshot, which costs less, then delete the volume: that cannot be undone.',
  },
  references: [
    'https://docs.aws.amazon.com/ebs/latest/userguide/ebs-describing-volumes.html',
    'https://docs.aws.amazon.com/awssupport/latest/user/cost-optimization-checks.html',
  ],
});
