import { parseArn } from '../../text/arn.ts';
import { textOf } from './mentions.ts';
import type { CompiledCondition, CompiledValue } from '../condition-types.ts';
import type { Lookup } from '../condition.ts';
import { knownValue } from '../context.ts';
import { compileGlob, matchesGlob } from '../glob.ts';
import { keyClass } from '../keys.ts';
import { choicesFor, type Choices, FRESH } from '../search.ts';
import type { Caller, KeyState } from '../types.ts';
import { addressOfAnybody, anyAddress } from './internet.ts';
import { userIdsOf } from './unique-ids.ts';

/** Made-up identities of strangers; nothing in a policy names them unless it names everybody. */
export const STRANGER_ORG = 'o-unlisted00';
const STRANGER_PATH = `${STRANGER_ORG}/r-un00/ou-un00-unlisted/`;

/** Somebody outside the account, and what he can bring into a request. */
export interface Outsider {
  readonly caller: Caller;
  /** On whose behalf a service calls; undefined for a direct call. */
  readonly serviceFor?: string;
  /** He was given what the policy asks for: the shared values and the networks it names. */
  readonly trusted: boolean;
  /** His unique id, where a policy names it and not the account. */
  readonly uniqueId?: string;
  /** The policy names his account or himself, so a unique id in it may be his. */
  readonly isNamed?: boolean;
  /** Id and paths of his organisation; undefined: of none, or of some organisation that nobody names. */
  readonly organization?: string;
  /** He may also be a member of these organisations; nothing says that he is not. */
  readonly maybeIn?: readonly string[];
}

/** How many more comparisons may be made; below zero everything that is not certain stays open. */
export interface Budget {
  left: number;
}

/** Enough for the largest policies that AWS stores many times over, and a few seconds for one of megabytes. */
export const newBudget = (): Budget => ({ left: 4_000_000 });

/** What is fixed by the resource, whoever calls. */
export interface Setting {
  readonly service: string;
  readonly account: string | undefined;
  /** null: the account is in none. undefined: not known. */
  readonly organization: string | null | undefined;
  readonly region: string | undefined;
  readonly now: Date | undefined;
  /** Keys that the way of calling fixes, in lower case. */
  readonly fixed: ReadonlyMap<string, KeyState>;
  /** Shared values count as the caller's to choose. */
  readonly loose: boolean;
  readonly budget: Budget;
}

const absent: KeyState = { is: 'absent' };
const unknown: KeyState = { is: 'unknown' };
const chosen: KeyState = { is: 'caller' };
/** Stands for ids of our own that were not given; no policy can name them. */
const OWN = 'own-not-given';

const hasWildcard = (text: string): boolean => /[*?]/.test(text);

/** Replaces the values of conditions, dropping those for which the function answers undefined. */
function mapValues(
  conditions: readonly CompiledCondition[],
  map: (text: string, condition: CompiledCondition) => string | undefined,
): CompiledCondition[] {
  return conditions.map((condition) => ({
    ...condition,
    values: condition.values.flatMap((value): CompiledValue[] => {
      if ('template' in value || 'bad' in value) return [value];
      const text = map(textOf(value, condition), condition);
      return text === undefined ? [] : [{ text, glob: compileGlob(text) }];
    }),
  }));
}

/** ARNs that an owner of the account can make carry: the account part has to be his, or be missing as in bucket ARNs. */
function ownArn(text: string, account: string): string | undefined {
  const parts = parseArn(text);
  if (parts === undefined) return hasWildcard(text) ? text : undefined;
  const [arn, partition, service, region, written, resource] = parts;
  // only those of access points name an account: https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-arn-format.html
  const isBucket = service === 's3' && !resource.startsWith('accesspoint') && written.includes('*');
  const named = isBucket ? '' : written;
  if (named === '' && !hasWildcard(resource)) return undefined;
  if (named !== '' && !matchesGlob(compileGlob(named), account)) return undefined;
  return [
    arn,
    partition === '*' ? 'aws' : partition,
    service,
    isBucket ? region.replaceAll('*', '') : region,
    named === '' ? '' : account,
    resource,
  ].join(':');
}

/** Values nobody has by himself, unless a wildcard admits any. Comparisons with true and false are dropped too. */
const onlyWild = (text: string, condition: CompiledCondition): string | undefined =>
  hasWildcard(text) && (condition.comparison === 'like' || condition.family === 'arn') ? text : undefined;

/**
 * Endpoints that a stranger can have messages sent to, and confirm: a name that a pattern fixes is somebody's.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-using-identity-based-policies.html#sns-policy-keys
 */
const endpoints = (account: string): Choices =>
  fixedChoices(
    'https://www.unlisted.example.com/x',
    'http://www.unlisted.example.com/x',
    'x@unlisted.example.com',
    '+12025550100',
    `arn:aws:sqs:us-east-1:${account}:${FRESH}`,
    `arn:aws:lambda:us-east-1:${account}:function:${FRESH}`,
    `arn:aws:firehose:us-east-1:${account}:deliverystream/${FRESH}`,
    undefined,
  );

const fixedChoices = (...values: readonly (string | undefined)[]): Choices => ({
  choices: values.map((value) => (value === undefined ? [] : [value])),
  complete: true,
});

/** The values that the outsider can bring about for a key. */
export function domainOf(outsider: Outsider, setting: Setting) {
  const account = outsider.serviceFor ?? outsider.caller.account ?? '';
  const orgChoices = (value: (org: string) => string): Choices =>
    outsider.organization === undefined
      ? fixedChoices(value(STRANGER_ORG), undefined, ...(outsider.maybeIn ?? []).map(value))
      : fixedChoices(value(outsider.organization));
  return (key: string, conditions: readonly CompiledCondition[]): Choices => {
    // the way of calling leaves it to everybody who calls this way
    const isFree = setting.fixed.get(key)?.is === 'caller';
    switch (key) {
      case 'aws:sourceip':
        return isFree || outsider.trusted ? anyAddress(conditions) : addressOfAnybody(conditions, 'internet');
      // whoever has an account gives his own VPC any range, so AWS asks for aws:SourceVpc or the like beside them:
      // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-vpcsourceip
      // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-ec2instancesourceprivateipv4
      case 'aws:vpcsourceip':
      case 'aws:ec2instancesourceprivateipv4':
        return isFree || outsider.trusted || outsider.caller.type !== 'anonymous'
          ? anyAddress(conditions)
          : addressOfAnybody(conditions, 'networks');
    }
    if (isFree) return choicesFor(conditions);
    switch (key) {
      case 'sns:endpoint':
        return outsider.trusted || setting.loose ? choicesFor(conditions) : endpoints(account);
      case 'aws:principalorgid':
      case 'aws:sourceorgid':
      case 'aws:vpceorgid':
        return orgChoices((org) => org);
      case 'aws:principalorgpaths':
      case 'aws:sourceorgpaths':
      case 'aws:vpceorgpaths': {
        if (outsider.organization === undefined && outsider.maybeIn === undefined)
          return fixedChoices(STRANGER_PATH, undefined);
        const orgs = outsider.organization === undefined ? (outsider.maybeIn ?? []) : [outsider.organization];
        const inside = choicesFor(
          mapValues(conditions, (text, condition) => {
            if (hasWildcard(text) && condition.comparison === 'equal') return undefined;
            const [first = '', ...rest] = text.split('/');
            const org = orgs.find((one) => matchesGlob(compileGlob(first), one));
            return org === undefined ? undefined : [org, ...rest].join('/');
          }),
        );
        return {
          choices: [
            ...inside.choices.filter((choice) => choice[0] !== FRESH),
            ...orgs.map((org) => [`${org}/r-un00/`]),
          ],
          complete: inside.complete,
        };
      }
      case 'aws:principalarn':
      case 'aws:sourcearn':
      case 'aws:sourcevpcarn':
      case 's3:dataaccesspointarn':
      case 's3:deliverysourcearn':
      case 'lambda:sourcefunctionarn':
      case 'aws:sourceinstancearn':
      case 'ec2:sourceinstancearn':
      case 'aws:chatbotsourcearn': {
        if (key === 'aws:sourcevpcarn' && outsider.trusted) return choicesFor(conditions);
        const mine = mapValues(conditions, (text, condition) =>
          // an equality with * in it compares with a literal star, which no ARN has
          hasWildcard(text) && condition.comparison === 'equal' ? undefined : ownArn(text, account),
        );
        const fresh = key === 'aws:principalarn' ? [[`arn:aws:iam::${account}:role/${FRESH}`]] : [[]];
        const found = choicesFor(mine);
        return {
          choices: [...found.choices.filter((choice) => choice[0] !== FRESH && choice.length > 0), ...fresh],
          complete: found.complete,
        };
      }
      case 's3:dataaccesspointaccount':
      case 'aws:vpceaccount':
      case 'vpc-lattice-svcs:sourcevpcowneraccount':
        return fixedChoices(account, undefined);
      case 'aws:userid':
        return userIdsOf({ account, uniqueId: outsider.uniqueId, isNamed: outsider.isNamed }, conditions);
      case 'kms:viaservice':
        // a service calls for whoever uses it, in whatever account that is: AWS has kms:CallerAccount beside it
        // https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service
        return choicesFor(conditions);
      case 'elasticfilesystem:accessedviamounttarget':
        // true for who is in a network with a mount target, which is not public:
        // https://docs.aws.amazon.com/efs/latest/ug/access-control-block-public-access.html
        return outsider.trusted ? choicesFor(conditions) : fixedChoices('false');
      case 'aws:federatedprovider': {
        // a provider's ARN is of the account whose roles trust it; others are known by their names to all accounts
        const mine = mapValues(conditions, (text) => (parseArn(text)?.[2] === 'iam' ? ownArn(text, account) : text));
        return choicesFor(mine);
      }
    }
    switch (keyClass(key)) {
      case 'network':
        return outsider.trusted ? choicesFor(conditions) : choicesFor(mapValues(conditions, onlyWild));
      case 'shared':
        return outsider.trusted || setting.loose
          ? choicesFor(conditions)
          : choicesFor(
              mapValues(
                conditions.filter((condition) => condition.family !== 'bool'),
                onlyWild,
              ),
            );
      case 'identity':
      case 'source':
      case 'caller':
      case 'state':
      case 'resource':
      case 'time':
      case 'token':
      case 'unknown':
        return choicesFor(conditions);
    }
  };
}

function identityState(key: string, outsider: Outsider): KeyState {
  const { caller } = outsider;
  if (caller.type === 'anonymous' || caller.type === 'federated') {
    if (key === 'aws:principaltype') return caller.type === 'anonymous' ? knownValue('Anonymous') : unknown;
    return key === 'aws:userid' && caller.type === 'anonymous' ? knownValue('anonymous') : absent;
  }
  const service = caller.type === 'service';
  switch (key) {
    case 'aws:principalisawsservice':
      return knownValue(String(service));
    case 'aws:principalservicename':
    case 'aws:principalservicenameslist':
      return service ? (caller.arn === FRESH ? chosen : knownValue(caller.arn)) : absent;
    case 'aws:userid':
      // every request has it; what a service's own is, no policy of a customer says
      return service ? knownValue(FRESH) : chosen;
    case 'aws:principaltype':
      if (service) return unknown;
      if (caller.arn.endsWith(`/${FRESH}`)) return chosen;
      return knownValue(caller.type === 'user' ? 'User' : caller.type === 'root' ? 'Account' : 'AssumedRole');
    case 'aws:principalaccount':
    case 'kms:calleraccount':
    case 'aws:sourceowner':
    case 'events:creatoraccount':
      return caller.account === undefined ? absent : knownValue(caller.account);
    case 'aws:principalarn':
      return service ? absent : caller.arn.endsWith(`/${FRESH}`) ? chosen : knownValue(caller.arn);
    default:
      return service ? absent : chosen;
  }
}

/** What is known of the keys of a request that the outsider sends. */
export function lookupOf(outsider: Outsider, setting: Setting): Lookup {
  return (key) => {
    const fixed = setting.fixed.get(key);
    if (fixed !== undefined) return fixed;
    switch (keyClass(key)) {
      case 'identity':
        return identityState(key, outsider);
      case 'source':
        if (outsider.serviceFor === undefined) return absent;
        return key === 'aws:sourceaccount' ? knownValue(outsider.serviceFor) : chosen;
      case 'network':
        // in every request to a file system
        if (key === 'elasticfilesystem:accessedviamounttarget') return chosen;
        return outsider.serviceFor === undefined ? chosen : absent;
      case 'caller':
        if (key === 'aws:requestedregion' && setting.region !== undefined) return knownValue(setting.region);
        if (outsider.caller.type === 'anonymous') {
          // services call with somebody's credentials, and this key is in every request:
          // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-viaawsservice
          if (key === 'aws:viaawsservice') return knownValue('false');
          if (key.startsWith('aws:calledvia')) return absent;
        }
        return chosen;
      case 'shared':
      case 'state':
        return chosen;
      case 'resource':
        if (key === 'aws:resourceaccount' || key === 's3:resourceaccount') return knownValue(setting.account ?? OWN);
        // not in requests about resources of an account that is in no organisation:
        // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resourceorgid
        if (setting.organization === null) return absent;
        return key === 'aws:resourceorgid' ? knownValue(setting.organization ?? OWN) : unknown;
      case 'time':
        if (setting.now === undefined) return unknown;
        return knownValue(
          key === 'aws:epochtime' ? String(Math.floor(setting.now.getTime() / 1000)) : setting.now.toISOString(),
        );
      case 'token':
        return absent;
      case 'unknown':
        // a service's own keys describe the request or the resource
        return key.startsWith(`${setting.service}:`) ? chosen : unknown;
    }
  };
}
