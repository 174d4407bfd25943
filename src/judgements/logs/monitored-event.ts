import { along, fail, notApplicable, pass, unknown } from '../../engine/check.ts';
import type { ClassifiedBy, Context, Fix, Subject, Verdict } from '../../engine/check.ts';
import type { None, Rest } from '../../engine/forms/form.ts';
import { judged } from '../../engine/forms/judged.ts';
import { parseArn } from '../../text/arn.ts';
import type { Access } from './trail-coverage.ts';
import { logsManagement, ownedElsewhere, shadows, trailsWithSelectors, unreadTrail } from './trail-coverage.ts';
import { accountSettings } from '../../services/account/account.ts';
import { alarm } from '../../services/cloudwatch/alarm.ts';
import { metricFilter } from '../../services/logs/metric-filter.ts';
import { topic } from '../../services/sns/topic.ts';
import { listens, reachOf, type Reach } from './alarm-reach.ts';
import { certainlyMissed, monitoredEvents, monitors } from './cis-filters.ts';
import type { MonitoredEventId } from './cis-filters.ts';
import { monitoredExamples } from './monitored-examples.ts';

/** What the checks of a monitored event read along: each link of the chain from a trail to whoever is told. */
export const chain = {
  trails: trailsWithSelectors,
  shadows,
  filters: along(metricFilter, { witness: true }),
  alarms: along(alarm, { witness: true }),
  topics: along(topic, { needs: ['attributes'], witness: true }),
};

type Chain = Context<Readonly<Record<string, never>>, typeof chain>['along'];
type Trail = Chain['trails'][number];
type Filter = Subject<typeof metricFilter, never>;

export interface Monitored {
  readonly event: MonitoredEventId;
  /** Completes "an alarm for …". */
  readonly what: string;
  /** The source of the events, when it is one: a trail that leaves out another source still records them. */
  readonly source?: string;
  /** Which kinds of management events can be such events; writes only when absent. */
  readonly access?: readonly Access[];
}

/**
 * Whether somebody is told of an event: a multi-region trail that logs it, delivering to a log group of this account,
 * whose metric filters match every such event by meaning, each with an alarm on its metric that publishes to an SNS
 * topic with a confirmed subscriber.
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html
 */
export function judgeMonitored(
  monitored: Monitored,
  account: string,
  links: Chain,
  regions: readonly string[],
): Verdict {
  const { what } = monitored;
  const recording = links.trails
    .filter(({ multiRegion, status }) => multiRegion && status.logging)
    .map((trail) => ({ trail, logs: records(trail, monitored) }));
  const verdicts = recording
    .filter(({ logs }) => logs === true)
    .map(({ trail }) => judgeTrail(trail, monitored, account, links));
  // Judged elsewhere: what this account lacks, the other may have.
  for (const kind of ['pass', 'not-applicable', 'unknown'] as const) {
    const proven = verdicts.find((verdict) => verdict.kind === kind);
    if (proven !== undefined) return proven;
  }
  const undecided = recording.find(({ logs }) => logs === undefined);
  if (undecided !== undefined)
    return unknown(`the event selectors of trail ${undecided.trail.name} are too many to be compared`);
  return (
    unreadTrail(links.shadows, regions) ??
    verdicts[0] ??
    fail(`The account has no alarm for ${what}: no multi-region trail logs such events`)
  );
}

function records({ selectors }: Trail, { source, access = ['write'] }: Monitored): boolean | undefined {
  const answers = access.map((kind) => logsManagement(selectors, kind, source));
  return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
}

function judgeTrail(trail: Trail, { event, what }: Monitored, account: string, links: Chain): Verdict {
  if (trail.logGroupArn === undefined) {
    return (
      ownedElsewhere({ arn: trail.arn, account }) ??
      fail(`The account has no alarm for ${what}: trail ${trail.name} does not deliver to CloudWatch Logs`)
    );
  }
  const [, , , region, owner, rest = ''] = parseArn(trail.logGroupArn) ?? [];
  const logGroup = rest.split(':')[1] ?? '';
  if (owner === undefined || owner === '')
    return unknown(`the ARN of the log group of trail ${trail.name} names no account`);
  if (owner !== account)
    return notApplicable(
      `trail ${trail.name} delivers to a log group of account ${owner}: its alarms are judged there`,
    );
  const { latestLogGroupDeliveryError: error } = trail.status;
  if (error !== undefined)
    return fail(
      `The account has no alarm for ${what}: the last delivery of trail ${trail.name} to its log group failed (${error})`,
      { trail: trail.arn, logGroup },
    );

  const filters = links.filters.filter((filter) => filter.region === region && filter.logGroup === logGroup);
  const reached = filters.map((filter) => ({ filter, reach: reachOf(filter, account, links) }));
  const told = reached.filter(({ reach }) => reach.kind === 'told');
  const names = namesFor(logGroup, region, account, links);
  const evidence = { trail: trail.arn, logGroup };
  const covered = cover(told, event);
  if (covered.by !== undefined) {
    const alarms = covered.by.map(({ reach }) => (reach.kind === 'told' ? reach.alarm : ''));
    const by = covered.by.map(({ filter }) => filter.name);
    return pass(`The account has an alarm for ${what}: ${alarms.join(', ')}`, { ...evidence, filters: by, alarms });
  }
  const notSilent = reached.filter(({ reach }) => reach.kind !== 'silent');
  const possible = notSilent.length === told.length ? covered : cover(notSilent, event);
  const open = possible.by?.find(({ reach }) => reach.kind === 'undecided');
  if (open !== undefined && open.reach.kind !== 'told')
    return unknown(`whether somebody is told of ${what} is open: ${open.reach.why}`);
  const matching = reached.length === notSilent.length ? possible : cover(reached, event);
  const silent = matching.by?.find(({ reach }) => reach.kind === 'silent');
  if (silent !== undefined && silent.reach.kind !== 'told') {
    return fail(`The account has metric filter ${silent.filter.name} for ${what}, but ${silent.reach.why}`, {
      ...evidence,
      filter: silent.filter.name,
      names,
    });
  }
  if (matching.unparsable !== undefined)
    return unknown(`a metric filter of log group ${logGroup} is not understood: ${matching.unparsable}`);
  return filters.length === 0
    ? fail(`The account has no alarm for ${what}: log group ${logGroup} has no metric filter`, { ...evidence, names })
    : fail(`The account has no alarm for ${what}: no metric filter of log group ${logGroup} matches all of them`, {
        ...evidence,
        notMatched: matching.missed,
        names,
      });
}

/** What the fix calls by words in capitals; the topic is one that somebody reads and another alarm publishes to already. */
function namesFor(
  logGroup: string,
  region: string | undefined,
  account: string,
  { alarms, topics }: Chain,
): Readonly<Record<string, string>> {
  const topicArn = alarms
    .filter((one) => one.region === region && one.actionsEnabled)
    .flatMap(({ name, alarmActions }) => alarmActions.map((arn) => ({ name, arn })))
    .find(({ name, arn }) => listens(name, arn, account, topics).kind === 'told')?.arn;
  return {
    TRAIL_LOG_GROUP: logGroup,
    ...(region === undefined ? {} : { TRAIL_REGION: region }),
    ...(topicArn === undefined ? {} : { TOPIC_ARN: topicArn }),
  };
}

interface Reached {
  readonly filter: Filter;
  readonly reach: Reach;
}

/** The filters that together match every such event: one that does so alone, else several. */
function cover(
  candidates: readonly Reached[],
  event: MonitoredEventId,
): { by?: readonly Reached[]; missed?: string; unparsable?: string } {
  let unparsable: string | undefined;
  for (const candidate of candidates) {
    if (candidates.length > 1 && certainlyMissed(candidate.filter.pattern, event)) continue;
    const alone = monitors(candidate.filter.pattern, event);
    if (alone.covers === true) return { by: [candidate] };
    if (alone.covers === 'unparsable') unparsable ??= alone.reason;
  }
  if (candidates.length === 1 && unparsable !== undefined) return { unparsable };
  const together = monitors(
    candidates.map(({ filter }) => filter.pattern),
    event,
  );
  if (together.covers === true) return { by: candidates };
  if (together.covers === 'unparsable') return { unparsable: together.reason };
  return unparsable === undefined ? { missed: together.missed } : { unparsable };
}

type Said = Rest<typeof accountSettings, never, None, typeof chain> &
  Monitored & {
    /** What the fix calls the metric, its filter and its alarm. */
    readonly metric: string;
  };

/** A check that somebody is told of an event. */
export const alarmOn = <const I extends string>(id: I, spec: ClassifiedBy<I> & Said) => {
  const { event, what, source, access, metric, fix, ...rest }: Said = spec;
  const monitored: Monitored = {
    event,
    what,
    ...(source === undefined ? {} : { source }),
    ...(access === undefined ? {} : { access }),
  };
  return judged(accountSettings, id, {
    ...rest,
    along: chain,
    fix: { ...fix, ...monitoringFix(event, metric) },
    references: [...alarmReferences, ...(rest.references ?? [])],
    judge: ({ account }, { along: links, regions }) => judgeMonitored(monitored, account, links, regions),
    examples: ({ account }) => monitoredExamples(monitored, account),
  });
};

const alarmReferences = [
  'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudwatch-alarms-for-cloudtrail.html',
  'https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html',
];

/** The commands that build the chain's last links for an event. */
export function monitoringFix(event: MonitoredEventId, metric: string): Pick<Required<Fix>, 'cli' | 'terraform'> {
  const { pattern } = monitoredEvents[event];
  return {
    cli: [
      `aws logs put-metric-filter --region TRAIL_REGION --log-group-name TRAIL_LOG_GROUP --filter-name ${metric} --filter-pattern '${pattern}' --metric-transformations metricName=${metric},metricNamespace=CloudTrailMetrics,metricValue=1`,
      `aws cloudwatch put-metric-alarm --region TRAIL_REGION --alarm-name ${metric} --namespace CloudTrailMetrics --metric-name ${metric} --statistic Sum --period 300 --evaluation-periods 1 --threshold 1 --comparison-operator GreaterThanOrEqualToThreshold --treat-missing-data notBreaching --alarm-actions TOPIC_ARN`,
    ].join('\n'),
    terraform: [
      `resource "aws_cloudwatch_log_metric_filter" "this" {\n  name           = "${metric}"\n  log_group_name = "TRAIL_LOG_GROUP"\n  pattern        = ${JSON.stringify(pattern)}\n  metric_transformation {\n    name      = "${metric}"\n    namespace = "CloudTrailMetrics"\n    value     = "1"\n  }\n}`,
      `resource "aws_cloudwatch_metric_alarm" "this" {\n  alarm_name          = "${metric}"\n  namespace           = "CloudTrailMetrics"\n  metric_name         = "${metric}"\n  statistic           = "Sum"\n  period              = 300\n  evaluation_periods  = 1\n  threshold           = 1\n  comparison_operator = "GreaterThanOrEqualToThreshold"\n  treat_missing_data  = "notBreaching"\n  alarm_actions       = ["TOPIC_ARN"]\n}`,
    ].join('\n'),
  };
}
