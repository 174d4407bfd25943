import type check from '../../../checks/networkfirewall/networkfirewall-policy-full-packets-default-action-safe.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { policy, policyWith, shared } from './base.ts';

/** What holds of the default action on whole packets and on fragments alike. */
export function defaultActionSuite(asked: typeof check, packets: 'full' | 'fragments'): void {
  const actions = (...list: string[]) => policyWith({ [packets]: list });
  const forwarded = { [packets]: ['aws:forward_to_sfe'], stateful: [] };

  checkSuite(asked, policy, [
    { when: 'they are forwarded', given: {}, expect: 'pass' },
    { when: 'they are dropped', given: actions('aws:drop'), expect: 'pass' },
    {
      when: 'they are passed',
      given: actions('aws:pass'),
      expect: 'fail',
      message: /\(aws:pass\); expected aws:drop or/,
    },
    { when: 'they are passed and counted', given: actions('count', 'aws:pass'), expect: 'fail' },
    { when: 'they are dropped and counted', given: actions('count', 'aws:drop'), expect: 'pass' },
    {
      when: 'they are forwarded to no rules',
      given: policyWith({ ...forwarded, otherwise: [] }),
      expect: 'pass',
      message: /of which it has none: they go through there/,
    },
    {
      when: 'they are forwarded to no rules and dropped there',
      given: policyWith(forwarded),
      expect: 'pass',
      message: /forwards .* to its stateful rules$/,
    },
    { when: 'AWS says nothing', given: actions(), expect: 'unknown' },
    { when: 'the action is of tomorrow', given: actions('aws:ponder'), expect: 'unknown' },
    { when: 'it is another account’s', ...shared },
  ]);
}
