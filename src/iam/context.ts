import { serviceName } from '../partitions/partitions.ts';
import { arnAccount, parseArn } from '../text/arn.ts';
import { setsBoundary } from './boundary-key.ts';
import type { Lookup } from './condition.ts';
import { keyClass, namesService } from './keys.ts';
import type { AuthorizationRequest, Caller, ContextInput, KeyState } from './types.ts';

const absent: KeyState = { is: 'absent' };
const unknown: KeyState = { is: 'unknown' };
const chosen: KeyState = { is: 'caller' };
export const knownValue = (...values: string[]): KeyState => ({ is: 'known', values });

/** A context as handed in, by lower-case key. */
export function readContext(input: ContextInput | undefined): Map<string, KeyState> {
  const found = new Map<string, KeyState>();
  for (const [key, value] of Object.entries(input ?? {})) {
    const state: KeyState =
      typeof value === 'string'
        ? knownValue(value)
        : Array.isArray(value)
          ? { is: 'known', values: value as readonly string[] }
          : (value as KeyState);
    const name = key.toLowerCase();
    const named = namesService(name) && state.is === 'known';
    found.set(name, named ? { ...state, values: state.values.map(serviceName) } : state);
  }
  return found;
}

/** Keys that AWS derives from who the caller is. */
function identityKey(key: string, caller: Caller): KeyState | undefined {
  const anonymous = caller.type === 'anonymous';
  const service = caller.type === 'service';
  const signed = !anonymous && !service && caller.type !== 'federated';
  if (key.startsWith('aws:principaltag/')) {
    if (!signed || caller.type === 'root') return absent;
    if (caller.tags === undefined) return unknown;
    const wanted = key.slice('aws:principaltag/'.length);
    const tag = Object.entries(caller.tags).find(([name]) => name.toLowerCase() === wanted);
    return tag === undefined ? absent : knownValue(tag[1]);
  }
  switch (key) {
    case 'aws:principalarn':
      return signed ? knownValue(caller.arn) : absent;
    case 'aws:principalaccount':
    case 'kms:calleraccount':
    case 'aws:sourceowner':
    case 'events:creatoraccount':
      return signed ? (caller.account === undefined ? unknown : knownValue(caller.account)) : absent;
    case 'aws:principalorgid':
      if (!signed) return absent;
      return caller.organizationId === undefined ? unknown : knownValue(caller.organizationId);
    case 'aws:principalorgpaths':
      if (!signed) return absent;
      return caller.organizationPath === undefined ? unknown : knownValue(caller.organizationPath);
    case 'aws:principalisawsservice':
      return anonymous ? absent : knownValue(service ? 'true' : 'false');
    case 'aws:principalservicename':
    case 'aws:principalservicenameslist':
      return service ? knownValue(caller.arn) : absent;
    case 'aws:principaltype':
      switch (caller.type) {
        case 'anonymous':
          return knownValue('Anonymous');
        case 'user':
          return knownValue('User');
        case 'root':
          return knownValue('Account');
        case 'role':
        case 'service-linked-role':
          return knownValue('AssumedRole');
        case 'service':
        case 'federated':
          return unknown;
      }
      return unknown;
    case 'aws:username':
      return caller.type === 'user' ? knownValue(caller.arn.slice(caller.arn.lastIndexOf('/') + 1)) : absent;
    case 'aws:userid':
      return userId(caller);
    case 'aws:assumedroot':
      return absent;
    default:
      return undefined;
  }
}

/**
 * A user's unique id; a role's with the name of the session; the account of a root user.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable
 */
function userId({ type, arn, account, uniqueId, sessionArn }: Caller): KeyState {
  if (type === 'anonymous') return knownValue('anonymous');
  if (type === 'root') return account === undefined ? unknown : knownValue(account);
  if (uniqueId === undefined) return unknown;
  if (type === 'user') return knownValue(uniqueId);
  if (type !== 'role' || arn === '') return unknown;
  return sessionArn === undefined
    ? { is: 'begins', with: `${uniqueId}:` }
    : knownValue(`${uniqueId}:${sessionArn.slice(sessionArn.lastIndexOf('/') + 1)}`);
}

/**
 * What is known of every key of a request: what the request says, else what follows from the caller, the resource and
 * the clock, else whether the caller may choose it.
 */
export function contextOf(request: AuthorizationRequest): Lookup {
  const given = readContext(request.context);
  const { caller } = request;
  const account = resourceAccountOf(request);
  const region = parseArn(request.resource)?.[3];
  const derive = (key: string): KeyState => {
    const identity = identityKey(key, caller);
    if (identity !== undefined) return identity;
    switch (keyClass(key)) {
      case 'time':
        if (request.now === undefined) return unknown;
        return key === 'aws:epochtime'
          ? knownValue(String(Math.floor(request.now.getTime() / 1000)))
          : knownValue(request.now.toISOString());
      case 'resource':
        if (account === undefined) return unknown;
        if (key === 'aws:resourceaccount' || key === 's3:resourceaccount') return knownValue(account);
        // whoever asks for what is in his own account asks in his own organization
        if (account !== caller.account) return unknown;
        if (key === 'aws:resourceorgid') return state('aws:principalorgid');
        return key === 'aws:resourceorgpaths' ? state('aws:principalorgpaths') : unknown;
      case 'source':
        return caller.type === 'service' ? unknown : absent;
      case 'token':
        return caller.type === 'federated' ? unknown : caller.type === 'role' ? unknown : absent;
      case 'caller':
        if (key === 'aws:requestedregion') return region === undefined || region === '' ? unknown : knownValue(region);
        if (key === 'aws:viaawsservice') return knownValue('false');
        if (key.startsWith('aws:calledvia')) return absent;
        if (key === 'iam:permissionsboundary' && !setsBoundary(request.action)) return unknown;
        return chosen;
      case 'identity':
        if (caller.type === 'anonymous') return absent;
        return key === 'aws:tokenissuetime' ? issueTime(caller, request.now) : unknown;
      case 'network':
      case 'shared':
      case 'state':
      case 'unknown':
        return unknown;
    }
  };
  const derived = new Map<string, KeyState>();
  const state: Lookup = (key) => {
    const known = given.get(key) ?? derived.get(key);
    if (known !== undefined) return known;
    const found = derive(key);
    derived.set(key, found);
    return found;
  };
  return state;
}

/**
 * When temporary credentials were issued: before they are used, and no longer ago than they live, which is 36 hours at
 * most. Requests signed with access keys do not have the key.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-tokenissuetime
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_compare-apis.html
 */
function issueTime({ type }: Caller, now: Date | undefined): KeyState {
  if (now === undefined || (type !== 'role' && type !== 'user')) return unknown;
  const to = now.getTime();
  const from = to - 36 * 3_600_000;
  return type === 'role' ? { is: 'between', from, to } : { is: 'between', from, to, orAbsent: true };
}

/** The account that owns the resource of a request. */
export const resourceAccountOf = (request: AuthorizationRequest): string | undefined =>
  request.resourceAccount ?? arnAccount(request.resource) ?? request.caller.account;
