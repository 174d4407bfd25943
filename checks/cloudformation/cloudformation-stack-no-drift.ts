import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { stack } from '../../src/services/cloudformation/stack.ts';

export default state(stack, 'cloudformation-stack-no-drift', {
  title: 'Stacks are as their templates say',
  at: 'drift',
  is: {
    IN_SYNC: pass('{label} was as its template says when that was last looked at'),
    DRIFTED: fail('{label} differs from its template (DRIFTED)'),
    NOT_CHECKED: unknown('Nobody has looked whether {label} differs from its template'),
    UNKNOWN: unknown('CloudFormation could not tell whether {label} differs from its template'),
  },
  unsaid: unknown('AWS does not say whether {label} differs from its template'),
  risk: 'Somebody changed something past the template: the next deployment undoes it, or fails on it, and nobody reviewed it.',
  fix: {
    text: 'See what differs (`aws cloudformation describe-stack-resource-drifts`). Take what is meant into the template, put the rest back, then have it looked at again (`aws cloudformation detect-stack-drift`).',
  },
  references: ['https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-drift.html'],
});
