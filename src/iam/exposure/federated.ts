import type { CompiledCondition } from '../condition-types.ts';
import type { Lookup } from '../condition.ts';
import { arnAccount } from '../../text/arn.ts';
import { build, coversAction } from '../compile.ts';
import { evaluateLayer, type NamedPolicy, refOf } from '../layer.ts';
import { target } from '../match.ts';
import type { Statement } from '../policy.ts';
import { choicesFor, search, searchBudget, type SearchResult } from '../search.ts';
import { allOf, not } from '../tri.ts';
import { type Caller, type KeyState, MAYBE, NO, type Tri, YES } from '../types.ts';
import { everyHolder, type Grammar } from './issuers/grammar.ts';
import { issuerOf } from './issuers/issuers.ts';
import type { OwnIssuer, SharedIssuer } from './issuers/types.ts';
import { addressOfAnybody } from './internet.ts';
import { rcpGates, rcpStatements } from './surface.ts';
import {
  anyOfOwn,
  anyOfPatterns,
  type ClaimChoices,
  fittingOf,
  stranger,
  tokensOfCognito,
  tokensOfShared,
  unsureOf,
} from './tokens.ts';
import type { ExposureOptions, ExposureVerdict, FederatedGrant, Witness } from './types.ts';

const COGNITO = 'cognito-identity.amazonaws.com';

/** Host (and path) of a provider, which prefixes its condition keys. */
function hostOf(provider: string): string {
  const at = provider.indexOf('oidc-provider/');
  return (at < 0 ? provider : provider.slice(at + 'oidc-provider/'.length)).toLowerCase();
}

const typeOf = (provider: string): FederatedGrant['type'] =>
  provider === COGNITO ? 'cognito' : provider.includes(':saml-provider/') ? 'saml' : 'oidc';

/** Where a trust policy stands: the role, and what limits everybody who comes to it. */
export interface TrustSetting {
  /** ARN of the role. */
  readonly role: string;
  readonly own: string | undefined;
  readonly options: ExposureOptions;
}

/**
 * Keys that are there before the token is looked at. A web identity has no AWS principal, so what tells the organization of
 * one is absent. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
function requestKey(key: string, { own, options }: TrustSetting): KeyState {
  const known = (value: string | undefined): KeyState =>
    value === undefined ? { is: 'unknown' } : { is: 'known', values: [value] };
  switch (key) {
    case 'aws:principalisawsservice':
    case 'aws:viaawsservice':
      return known('false');
    case 'aws:resourceaccount':
      return known(own);
    case 'aws:resourceorgid':
      return options.organization === null ? { is: 'absent' } : known(options.organization?.id);
    case 'aws:currenttime':
      return known(options.now?.toISOString());
    case 'aws:securetransport':
      return known('true');
    case 'sts:rolesessionname':
      // whoever asks for the role names the session
      return { is: 'caller' };
    case 'sts:roleauthorizedbyidp':
      return { is: 'unknown' };
    default:
      return key.startsWith('aws:source') || key === 'aws:useragent' ? { is: 'caller' } : { is: 'absent' };
  }
}

/** Whether resource control policies leave the action to a caller; they limit everybody who assumes a role. */
function withinLimits(setting: TrustSetting, action: string, lookup: Lookup, caller: Caller): Tri {
  let result: Tri = YES;
  for (const { policies, resource } of rcpGates(setting.options, 'sts', setting.role)) {
    const layer = evaluateLayer(policies, action, resource, lookup, caller);
    result = allOf([result, layer.allow, not(layer.deny)]);
  }
  return result;
}

/** Conditions of the resource control policies about an action. */
const limitsOn = ({ options }: TrustSetting, action: string): CompiledCondition[] =>
  rcpStatements(options, 'sts').flatMap((one) => (coversAction(one, action) ? one.conditions : []));

/** A grant to a SAML provider: whose it is, unless resource control policies let nobody in who signs in there. */
function judgeSaml(provider: string, setting: TrustSetting): ExposureVerdict {
  const account = arnAccount(provider);
  const { own } = setting;
  if (account === undefined || own === undefined || account === own) return 'private';
  const action = 'sts:assumerolewithsaml';
  const found = search({
    lookup: (key) => (key.startsWith('saml:') ? { is: 'caller' } : requestKey(key, setting)),
    decide: (lookup) => withinLimits(setting, action, lookup, { type: 'federated', arn: provider }),
    conditions: () => limitsOn(setting, action),
  });
  return found.result === NO ? 'private' : 'cross-account';
}

interface TokenVerdict {
  readonly verdict: ExposureVerdict;
  readonly witness: Witness | undefined;
  readonly open: readonly string[];
}
const closed: TokenVerdict = { verdict: 'private', witness: undefined, open: [] };

/** Looks for a token that passes, among those that somebody can have. */
interface Trial {
  readonly host: string;
  /** Conditions that tell tokens apart. */
  readonly conditions: readonly CompiledCondition[];
  readonly attempt: (
    claims: ClaimChoices,
    fixed?: Readonly<Record<string, string>>,
    sessionName?: Grammar,
  ) => SearchResult;
  readonly witness: (found: SearchResult, via?: string) => Witness;
}

/** A grant to one provider, judged for strangers who hold a token of it. */
function judgeProvider(
  policy: NamedPolicy,
  statement: Statement,
  provider: string,
  setting: TrustSetting,
): TokenVerdict {
  const type = typeOf(provider);
  if (type === 'saml') return { ...closed, verdict: judgeSaml(provider, setting) };
  const host = hostOf(provider);
  const issuer = issuerOf(host);
  const trial = trialOf(policy, statement, provider, setting, issuer?.sharing === 'shared' ? issuer : undefined);
  if (type === 'cognito') return judgeCognito(trial, statement);
  return issuer?.sharing === 'shared' ? judgeShared(trial, issuer) : judgeOwn(trial, issuer);
}

function trialOf(
  policy: NamedPolicy,
  statement: Statement,
  provider: string,
  setting: TrustSetting,
  issuer: SharedIssuer | undefined,
): Trial {
  const host = hostOf(provider);
  const action = 'sts:assumerolewithwebidentity';
  const caller = { type: 'federated', arn: provider } as const;
  const resource = target('*');
  const prefix = `${host}:`;
  const limits = limitsOn(setting, action);
  // denials of the same document count, other grants do not
  const only = [statement, ...policy.policy.statements.filter((one) => one.effect === 'Deny')];
  const narrowed: NamedPolicy = { name: policy.name, policy: build(policy.policy.version, only, []) };
  const conditions = [...only.flatMap((one) => one.conditions), ...limits];
  const onClaim = (claim: string) => conditions.filter(({ key }) => key === prefix + claim);

  const attempt: Trial['attempt'] = (claims, fixed = {}, sessionName) => {
    const implied = issuer?.implied;
    const base: Lookup = (key) => {
      if (!key.startsWith(prefix)) return requestKey(key, setting);
      const value = fixed[key.slice(prefix.length)];
      return value === undefined ? { is: 'caller' } : { is: 'known', values: [value] };
    };
    /** Claims of one token tell the same of it. */
    const isOneToken = (lookup: Lookup): boolean => {
      const subject = lookup(`${prefix}sub`);
      if (implied === undefined || subject.is !== 'known') return true;
      return Object.entries(implied(subject.values[0] ?? '')).every(([claim, value]) => {
        const state = lookup(prefix + claim);
        return state.is !== 'known' || state.values[0] === value;
      });
    };
    const decide = (lookup: Lookup): Tri => {
      if (!isOneToken(lookup)) return NO;
      const layer = evaluateLayer([narrowed], action, resource, lookup, caller);
      return allOf([layer.allow, not(layer.deny), withinLimits(setting, action, lookup, caller)]);
    };
    return search({
      lookup: base,
      domain: (key, mine) => {
        // whoever has a token may be anywhere, as anybody else may
        if (key === 'aws:sourceip') return addressOfAnybody(mine, 'internet');
        if (!key.startsWith(prefix))
          return sessionName !== undefined && key === 'sts:rolesessionname'
            ? fittingOf(sessionName, mine, stranger)
            : choicesFor(mine);
        const claim = key.slice(prefix.length);
        const found = claims(claim, mine);
        // every token has a subject and an audience, so `IfExists` and `ForAllValues` do not pass by their absence
        if (claim === 'sub' || claim === 'aud')
          return { ...found, choices: found.choices.filter((choice) => choice.length > 0) };
        if (implied === undefined) return found;
        const said = claims('sub', onClaim('sub')).choices.flatMap(([text = '']) => implied(text)[claim] ?? []);
        return { ...found, choices: [...found.choices, ...[...new Set(said)].map((text) => [text])] };
      },
      decide,
      conditions: () => conditions,
      budget: searchBudget(only.length + limits.length),
    });
  };
  const witness: Trial['witness'] = ({ chosen }, via = `a token of ${host}`) => ({
    principal: provider,
    action: 'sts:AssumeRoleWithWebIdentity',
    resource: '*',
    conditions: Object.fromEntries(chosen),
    via,
  });
  return { host, conditions, attempt, witness };
}

/** The pool is the customer's; guests of it are anybody who knows its id, and every pool has an id. */
function judgeCognito({ host, attempt, witness }: Trial, statement: Statement): TokenVerdict {
  const others = attempt(tokensOfCognito(['free']));
  if (others.result === YES) return { verdict: 'public', witness: witness(others), open: [] };
  const any = tokensOfCognito(everyHolder);
  const guest = attempt(any, { amr: 'unauthenticated' });
  // without a condition on amr it is the pool's own setting that lets guests in or not
  if (guest.result === YES && statement.conditions.some((condition) => condition.key === `${host}:amr`))
    return { verdict: 'public', witness: witness(guest, 'a guest of the identity pool'), open: [] };
  const anyone = attempt(any);
  if (anyone.result === NO) return closed;
  const via =
    guest.result === NO
      ? 'a signed-in user of the identity pool'
      : 'an identity of the pool, a guest if it lets guests in';
  return { verdict: 'conditional', witness: witness(anyone, via), open: [] };
}

function judgeShared({ host, conditions, attempt, witness }: Trial, issuer: SharedIssuer): TokenVerdict {
  const tryFor = (bearer: Parameters<typeof tokensOfShared>[1]): SearchResult =>
    attempt(tokensOfShared(issuer, bearer), {}, issuer.sessionName);
  const others = tryFor(stranger);
  if (others.result === YES) return { verdict: 'public', witness: witness(others), open: [] };
  if (others.result === MAYBE)
    return { verdict: 'conditional', witness: witness(others), open: [`the claims of ${host}`] };
  const led = tryFor({ spelt: ['free', 'person'] });
  if (led.result !== NO) {
    const via = `whatever this user of ${host} starts in anybody's repository`;
    return { verdict: 'conditional', witness: witness(led, via), open: [] };
  }
  // for sign-in with a consumer account the audience is the app, and anybody may sign in to an app
  const user = issuer.isApp === true && tryFor({ ...stranger, isUser: true });
  if (user !== false && user.result !== NO)
    return { verdict: 'conditional', witness: witness(user, `anybody who signs in to the app at ${host}`), open: [] };
  const unsure = tryFor({ ...stranger, unsure: true });
  return unsure.result === NO
    ? closed
    : { verdict: 'conditional', witness: witness(unsure), open: unsureOf(issuer, host, conditions) };
}

/**
 * An issuer of one customer, or one of which nothing is known: then other customers may have tokens of it that fit a
 * pattern, but not the same subject, which is never given twice
 * (https://openid.net/specs/openid-connect-core-1_0.html#IDToken).
 */
function judgeOwn({ host, attempt, witness }: Trial, issuer: OwnIssuer | undefined): TokenVerdict {
  const anyone = attempt(anyOfOwn(issuer));
  if (anyone.result !== NO) {
    const open = anyone.result === YES ? [] : [`the claims of ${host}`];
    return { verdict: 'conditional', witness: witness(anyone, `any identity of ${host}`), open };
  }
  if (issuer !== undefined) return closed;
  const others = attempt(anyOfPatterns());
  return others.result === NO
    ? closed
    : {
        verdict: 'conditional',
        witness: witness(others),
        open: [`whether ${host}, of which nothing is known, gives tokens to others whose subject fits the pattern`],
      };
}

/** Trust policies have at most a few thousand characters; more grants than this come from no role. */
const MOST_PROVIDERS = 200;
type JudgedGrant = FederatedGrant & { readonly witness: Witness | undefined };

/** Judges every grant of a trust policy to identity providers. */
export function judgeFederated(
  policy: NamedPolicy,
  setting: TrustSetting,
): { grants: JudgedGrant[]; complete: boolean } {
  const found: JudgedGrant[] = [];
  for (const statement of policy.policy.statements) {
    if (statement.effect !== 'Allow' || statement.notPrincipal || statement.principals === undefined) continue;
    const web = coversAction(statement, 'sts:assumerolewithwebidentity');
    const saml = coversAction(statement, 'sts:assumerolewithsaml');
    const providers = statement.principals.entries.flatMap((entry) =>
      entry.type === 'federated' ? [entry.provider] : [],
    );
    // "everybody" includes the web identities that AWS knows without a provider being set up
    if (statement.principals.everyone || statement.principals.everyFederated) providers.push(COGNITO);
    for (const provider of providers) {
      const type = typeOf(provider);
      if (found.length >= MOST_PROVIDERS) return { grants: found, complete: false };
      if (!(type === 'saml' ? saml : web)) continue;
      const { open, ...judged } = judgeProvider(policy, statement, provider, setting);
      found.push({ provider, type, statement: refOf(policy, statement), unknown: open, ...judged });
    }
  }
  return { grants: found, complete: true };
}
