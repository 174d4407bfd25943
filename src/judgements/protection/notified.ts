import { takesEvent } from '../../text/event-pattern.ts';

interface Rule {
  readonly id: string;
  readonly state: string | undefined;
  readonly pattern?: string | undefined;
  readonly managedBy?: string | undefined;
  readonly findingTargets: readonly string[] | undefined;
}

/** High is 7.0 to 8.9, critical 9.0 to 10.0: https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings-severity.html */
const severities = [7, 8, 9, 10];

/** Rules that services make for themselves send nothing on, but for those of AWS User Notifications. */
const sendsOn = ({ state, managedBy, findingTargets = [] }: Rule): boolean =>
  state !== 'DISABLED' &&
  (managedBy === undefined || managedBy === 'notifications.amazonaws.com') &&
  // A group of logs keeps a finding and tells nobody.
  findingTargets.some((arn) => arn.split(':')[2] !== 'logs');

/**
 * Which rules send findings of high severity on, which severities none of them takes, and which rules may take these.
 * https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings_eventbridge.html
 */
export function takersOf(
  rules: readonly Rule[],
  { account, region }: { readonly account: string; readonly region: string },
): { readonly by: readonly string[]; readonly missed: readonly number[]; readonly unsure: readonly string[] } {
  const by = new Set<string>();
  const unsure = new Set<string>();
  const missed = severities.filter((severity) => {
    const event = {
      version: '0',
      source: 'aws.guardduty',
      'detail-type': 'GuardDuty Finding',
      account,
      region,
      detail: {
        schemaVersion: '2.0',
        accountId: account,
        region,
        severity,
        service: { serviceName: 'guardduty', archived: false },
      },
    };
    let taken = false;
    for (const rule of rules) {
      if (!sendsOn(rule) || rule.pattern === undefined) continue;
      const takes = takesEvent(rule.pattern, event) ?? 'maybe';
      if (takes === 'yes') by.add(rule.id);
      if (takes === 'maybe') unsure.add(rule.id);
      taken ||= takes === 'yes';
    }
    return !taken;
  });
  return { by: [...by], missed, unsure: [...unsure] };
}
