import type { Subject } from '../../engine/check.ts';
import { arnAccount, parseArn } from '../../text/arn.ts';
import type { alarm } from '../../services/cloudwatch/alarm.ts';
import type { metricFilter } from '../../services/logs/metric-filter.ts';
import type { topic } from '../../services/sns/topic.ts';
import { firing, type Firing } from './alarm-fires.ts';
import { parseAlarmRule, ruleHolds, type AlarmState } from './alarm-rule.ts';

/** How far an event gets that a metric filter matches. */
export type Reach =
  | { readonly kind: 'told'; readonly alarm: string }
  | { readonly kind: 'undecided' | 'silent'; readonly why: string };

type Filter = Subject<typeof metricFilter, never>;
type Alarm = Subject<typeof alarm, never>;
export interface Listeners {
  readonly alarms: readonly Alarm[];
  readonly topics: readonly Subject<typeof topic, 'attributes'>[];
}

const rank: Record<Reach['kind'], number> = { told: 2, undecided: 1, silent: 0 };
/** The one that gets farthest; of several that reach nobody the last, which explains most. */
const farthest = (reaches: readonly Reach[], first: Reach): Reach =>
  reaches.reduce((best, reach) => (rank[reach.kind] >= rank[best.kind] && best.kind !== 'told' ? reach : best), first);

/**
 * Whether one event that a filter matches makes an alarm fire that tells somebody: one of the filter's metric, or a
 * composite over such.
 */
export function reachOf(filter: Filter, account: string, { alarms, topics }: Listeners): Reach {
  if (filter.limited)
    return { kind: 'undecided', why: `metric filter ${filter.name} looks at some events only, or at transformed ones` };
  const inRegion = alarms.filter(({ region }) => region === filter.region);
  const watching = inRegion.flatMap((one) => {
    const { condition, state } = one;
    const found =
      condition === undefined
        ? []
        : filter.metrics.flatMap((published) => firing(condition, published, account, state) ?? []);
    const best =
      found.find(({ kind }) => kind === 'fires') ?? found.find(({ kind }) => kind === 'undecided') ?? found[0];
    return best === undefined ? [] : [{ alarm: one, firing: best }];
  });
  const own = watching.map(({ alarm: one, firing: found }): Reach =>
    found.kind === 'fires' ? tells(one, account, topics) : { kind: found.kind, why: `alarm ${one.name} ${found.why}` },
  );
  const above = inRegion.flatMap((one) => compositeReach(one, watching, inRegion, account, topics) ?? []);
  return farthest([...own, ...above], { kind: 'silent', why: 'no alarm looks at its metric' });
}

interface Watching {
  readonly alarm: Alarm;
  readonly firing: Firing;
}

/** Undefined when it is no composite, or one that no event of the filter moves. */
function compositeReach(
  one: Alarm,
  watching: readonly Watching[],
  all: readonly Alarm[],
  account: string,
  topics: Listeners['topics'],
): Reach | undefined {
  if (one.composite === undefined) return undefined;
  const { rule: text, suppressor } = one.composite;
  const named = `composite alarm ${one.name}`;
  const moved = watching.filter(({ firing: { kind } }) => kind !== 'silent');
  const rule = parseAlarmRule(text);
  if (rule === undefined)
    return moved.some(({ alarm: { name, arn } }) => text.includes(name) || text.includes(arn))
      ? { kind: 'undecided', why: `the rule of ${named} is not understood` }
      : undefined;
  if (!reads(one, moved, all)) return undefined;

  const holds = (when: Moment) => stateIn(one, 'ALARM', { watching, all, when });
  const after = holds('after');
  if (after === undefined) {
    return holds('after, all else quiet') === false
      ? { kind: 'silent', why: `${named} needs other alarms too` }
      : { kind: 'undecided', why: `whether ${named} goes into alarm depends on other alarms` };
  }
  if (!after) return { kind: 'silent', why: `${named} does not go into alarm` };
  const before = holds('before');
  if (before === true) return { kind: 'silent', why: `${named} is in alarm without any event` };
  if (before === undefined && holds('before, all else quiet') === undefined)
    return { kind: 'undecided', why: `whether ${named} is in alarm already depends on what is not known` };
  const reach = tells(one, account, topics);
  return reach.kind === 'told' && suppressor !== undefined
    ? { kind: 'undecided', why: `alarm ${suppressor} can keep ${named} from telling anybody` }
    : reach;
}

type Moment = 'before' | 'after' | 'before, all else quiet' | 'after, all else quiet';
interface Situation {
  readonly watching: readonly Watching[];
  readonly all: readonly Alarm[];
  readonly when: Moment;
}

const isNamed = ({ name, arn }: Alarm, by: string): boolean => by === name || by === arn;

/** Whether a composite's rule names one of the alarms, itself or through other composites. */
function reads(one: Alarm, moved: readonly Watching[], all: readonly Alarm[], seen: readonly Alarm[] = []): boolean {
  const rule = one.composite === undefined ? undefined : parseAlarmRule(one.composite.rule);
  if (rule === undefined || seen.includes(one)) return false;
  let found = false;
  ruleHolds(rule, (by) => {
    const other = all.find((each) => isNamed(each, by));
    if (other !== undefined)
      found ||= moved.some(({ alarm: each }) => each === other) || reads(other, moved, all, [...seen, one]);
    return undefined;
  });
  return found;
}

/** Whether an alarm is in a state at a moment; undefined when that is not known. */
function stateIn(
  one: Alarm,
  state: AlarmState,
  situation: Situation,
  seen: readonly Alarm[] = [],
): boolean | undefined {
  const { watching, all, when } = situation;
  if (one.composite !== undefined) {
    const rule = parseAlarmRule(one.composite.rule);
    if (rule === undefined || seen.includes(one)) return undefined;
    const holds = ruleHolds(rule, (by, asked) => {
      const other = all.find((each) => isNamed(each, by));
      return other === undefined ? otherIn(asked, when) : stateIn(other, asked, situation, [...seen, one]);
    });
    // A composite is in alarm or it is OK, but for the moment it was made in.
    return state === 'INSUFFICIENT_DATA' ? false : holds === undefined ? undefined : holds === (state === 'ALARM');
  }
  const found = watching.find(({ alarm: each }) => each === one)?.firing;
  if (found?.kind === 'undecided') return undefined;
  if (found?.kind !== 'fires') return otherIn(state, when);
  if (when.startsWith('after')) return state === 'ALARM';
  if (found.before !== undefined) return state === found.before;
  return state === 'ALARM' ? false : undefined;
}

/** All else is quiet when no other alarm is in alarm. */
const otherIn = (state: AlarmState, when: Moment): boolean | undefined =>
  state === 'ALARM' && when.endsWith('quiet') ? false : undefined;

/** Whom an alarm that fires tells. */
function tells({ name, actionsEnabled, alarmActions }: Alarm, account: string, topics: Listeners['topics']): Reach {
  if (!actionsEnabled) return { kind: 'silent', why: `the actions of alarm ${name} are off` };
  const reaches = alarmActions.flatMap((arn) => {
    switch (parseArn(arn)?.[2] ?? '') {
      case 'sns':
        return listens(name, arn, account, topics);
      case 'lambda':
      case 'ssm-incidents':
        return { kind: 'undecided' as const, why: `alarm ${name} starts ${arn}, and whom that tells is not known` };
      default:
        return [];
    }
  });
  return farthest(reaches, { kind: 'silent', why: `alarm ${name} publishes to no SNS topic` });
}

/** Whether somebody reads a topic to which an alarm publishes. */
export function listens(alarmName: string, arn: string, account: string, topics: Listeners['topics']): Reach {
  if (arnAccount(arn) !== account)
    return { kind: 'undecided', why: `topic ${arn} of alarm ${alarmName} belongs to another account` };
  const found = topics.find((candidate) => candidate.arn === arn);
  if (found === undefined) return { kind: 'silent', why: `topic ${arn} of alarm ${alarmName} does not exist` };
  const { confirmedSubscriptions: confirmed, keyId } = found.attributes;
  // The policy of the key that SNS makes lets no service in and cannot be changed; that of a key of one's own may:
  // https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html#compatibility-with-aws-services
  if (keyId?.endsWith('alias/aws/sns') === true)
    return {
      kind: 'silent',
      why: `topic ${found.name} of alarm ${alarmName} is encrypted with the AWS managed key alias/aws/sns, which CloudWatch may not use`,
    };
  if (confirmed === undefined)
    return { kind: 'undecided', why: `SNS does not tell the subscribers of topic ${found.name}` };
  return confirmed > 0
    ? { kind: 'told', alarm: alarmName }
    : { kind: 'silent', why: `topic ${found.name} of alarm ${alarmName} has no confirmed subscriber` };
}
