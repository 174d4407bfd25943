import { fail, pass } from '../../src/engine/check.ts';
import { some } from '../../src/engine/forms/index.ts';
import { notShared } from '../../src/services/ec2/ownership.ts';
import { firewallPolicy } from '../../src/services/networkfirewall/policy.ts';

const managed = /^arn:[a-z0-9-]+:network-firewall:[a-z0-9-]+:aws-managed:stateful-rulegroup\/(.+)$/;

export default some(firewallPolicy, 'networkfirewall-managed-threat-rule-group-used', {
  title: 'Firewall policies use AWS’s rules against known threats',
  unless: [notShared],
  list: 'details.stateful',
  test: ({ arn, override }) =>
    arn === undefined || !managed.test(arn) ? 'skip' : override === undefined ? 'good' : 'bad',
  such: {
    good: {
      arn: 'arn:aws:network-firewall:us-east-1:aws-managed:stateful-rulegroup/ThreatSignaturesBotnetStrictOrder',
      override: undefined,
    },
    bad: {
      arn: 'arn:aws:network-firewall:us-east-1:aws-managed:stateful-rulegroup/ThreatSignaturesBotnetStrictOrder',
      override: 'DROP_TO_ALERT',
    },
  },
  called: ({ arn }) => managed.exec(arn ?? '')?.[1] ?? '',
  pass: pass('{label} uses rule groups of AWS: {good:some}'),
  fail: fail('{label} has rule groups of AWS that are made to alert only: {bad:some}; expected that they drop'),
  none: fail('{label} uses no rule group of AWS; expected one against known threats'),
  risk: 'What is known to be bad, such as domains of malware and signatures of attacks, passes unless rules of your own name it, and those are out of date the next day.',
  fix: {
    text: 'Add managed groups of threat signatures and domains in the order of the policy (default or strict), with the override to alert at first, look at what they find, then take the override away. Each has a capacity. A policy is written whole: take it from describe-firewall-policy, with its update token.',
  },
  references: ['https://docs.aws.amazon.com/network-firewall/latest/developerguide/nwfw-managed-rule-groups.html'],
});
