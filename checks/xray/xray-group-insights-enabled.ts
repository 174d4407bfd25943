import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { traceGroup } from '../../src/services/xray/group.ts';

export default state(traceGroup, 'xray-group-insights-enabled', {
  title: 'Groups of X-Ray have insights on',
  at: 'insights',
  is: {
    true: pass('{label} has insights on'),
    false: fail('{label} has insights off; expected on'),
  },
  unsaid: unknown('AWS does not say whether {label} has insights on'),
  risk: 'Errors and slowness that come up among many traces, also those that an attack makes, are found by whoever happens to look.',
  fix: {
    text: 'Turn insights on for the group. They cost by traces that are recorded. `InsightsEnabled=false` undoes it.',
    cli: 'aws xray update-group --group-arn {arn} --insights-configuration InsightsEnabled=true',
  },
  references: ['https://docs.aws.amazon.com/xray/latest/devguide/xray-console-insights.html'],
});
