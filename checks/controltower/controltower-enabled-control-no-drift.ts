import { fail, notApplicable, pass } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { controlTower } from '../../src/services/controltower/region.ts';

export default each(controlTower, 'controltower-enabled-control-no-drift', {
  title: 'Controls of Control Tower are in force as they were enabled',
  list: 'controls',
  by: 'drift',
  // Where Control Tower does not look for drift there is none to judge.
  is: { DRIFTED: 'bad', IN_SYNC: 'good', NOT_CHECKING: 'skip' },
  called: ({ control, target }) =>
    `${control?.slice(control.lastIndexOf('/') + 1) ?? '?'} on ${target?.slice(target.lastIndexOf('/') + 1) ?? '?'}`,
  pass: pass('{name} has {good:count} controls, all as they were enabled'),
  fail: fail('{name} has controls that were changed outside of it: {bad:some}'),
  none: notApplicable('Control Tower keeps no control in the region of which it looks for drift'),
  unsaid: notApplicable('Control Tower keeps nothing in the region that this account is told'),
  risk: 'A guardrail that somebody changed or took off by hand no longer guards, while Control Tower is believed to.',
  fix: {
    text: 'Reset the control, or re-register the unit: Control Tower then puts back what it had set up. Find out in the trail who changed it.',
    cli: 'aws controltower reset-enabled-control --enabled-control-identifier ENABLED_CONTROL_ARN',
  },
  references: ['https://docs.aws.amazon.com/controltower/latest/userguide/drift.html'],
});
