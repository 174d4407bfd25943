import { fail, pass } from '../../src/engine/check.ts';
import { some } from '../../src/engine/forms/index.ts';
import { xrayRegion } from '../../src/services/xray/region.ts';

/** Of the rule that is there from the start: https://docs.aws.amazon.com/xray/latest/devguide/xray-console-sampling.html */
const fromTheStart = { name: 'Default', rate: 0.05, reservoir: 1 };

export default some(xrayRegion, 'xray-sampling-rules-customized', {
  title: 'X-Ray samples by rules that somebody chose',
  list: 'sampling',
  test({ name, rate, reservoir }) {
    if (name !== fromTheStart.name) return 'good';
    if (rate === undefined || reservoir === undefined) return 'unsaid';
    return rate === fromTheStart.rate && reservoir === fromTheStart.reservoir ? 'bad' : 'good';
  },
  such: { good: { name: 'checkout' }, bad: fromTheStart },
  called: '{name}',
  pass: pass('{label} samples by rules of your own: {good:some}'),
  fail: fail(
    '{label} samples by the rule that is there from the start alone: one request a second and 5 % of the others',
  ),
  none: fail('{label} has no sampling rules of your own'),
  risk: 'Requests that matter, such as payments, are traced as seldom as health checks, so what went wrong is often not among the traces.',
  fix: {
    text: 'Make rules for what has to be traced more often or not at all; more traces cost more. Where X-Ray is not used in the region there is nothing to do.',
    cli: `aws xray create-sampling-rule --sampling-rule '{"RuleName":"RULE","Priority":100,"FixedRate":0.1,"ReservoirSize":5,"ServiceName":"SERVICE","ServiceType":"*","Host":"*","HTTPMethod":"*","URLPath":"*","ResourceARN":"*","Version":1}'`,
  },
  references: ['https://docs.aws.amazon.com/xray/latest/devguide/xray-console-sampling.html'],
});
