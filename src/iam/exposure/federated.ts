import type { CompiledCondition, CompiledValue } from '../condition-types.ts';
import type { Lookup } from '../condition.ts';
import { arnAccount } from '../arn.ts';
import { compileGlob, matchesGlob } from '../glob.ts';
import { build, coversAction } from '../compile.ts';
import { evaluateLayer, type NamedPolicy, refOf } from '../layer.ts';
import { target } from '../match.ts';
import type { Statement } from '../policy.ts';
import { choicesFor, type Choices, search, searchBudget } from '../search.ts';
import { allOf, not } from '../tri.ts';
import { type Caller, type KeyState, MAYBE, NO, type Tri, YES } from '../types.ts';
import { type Issuer, sharedIssuers } from './issuers.ts';
import { rcpGates, rcpStatements } from './judge.ts';
import type { ExposureOptions, ExposureVerdict, FederatedGrant, Witness } from './types.ts';

const COGNITO = 'cognito-identity.amazonaws.com';

/** Host (and path) of a provider, which prefixes its condition keys. */
function hostOf(provider: string): string {
  const at = provider.indexOf('oidc-provider/');
  return (at < 0 ? provider : provider.slice(at + 'oidc-provider/'.length)).toLowerCase();
}

const typeOf = (provider: string): FederatedGrant['type'] =>
  provider === COGNITO ? 'cognito' : provider.includes(':saml-provider/') ? 'saml' : 'oidc';

/** Keeps the values that a stranger's token can carry. */
function keep(
  conditions: readonly CompiledCondition[],
  wanted: (text: string, like: boolean) => boolean,
): CompiledCondition[] {
  return conditions.map((condition) => ({
    ...condition,
    values: condition.values.filter(
      (value: CompiledValue) => 'template' in value || wanted(value.text, condition.comparison === 'like'),
    ),
  }));
}

/** Values of a claim in the token of somebody who is not meant. */
function strangerClaim(
  claim: string,
  issuer: Issuer | undefined,
  cognito: boolean,
  conditions: readonly CompiledCondition[],
): Choices {
  const open = choicesFor(conditions);
  if (cognito) {
    // the pool is the customer's; guests of it are anybody who knows its id, and every pool has an id
    if (claim === 'aud' || claim === 'sub')
      return choicesFor(keep(conditions, (text, like) => like && /^[*?]/.test(text)));
    return open;
  }
  if (issuer === undefined) return open;
  if (claim === 'sub') {
    const mine = keep(
      conditions,
      (text, like) => like && /[*?]/.test(text) && !issuer.tenant.test(text.slice(0, text.search(/[*?]/))),
    );
    const found = choicesFor(mine);
    const subjects = [
      issuer.subject,
      ...mine.flatMap((condition) => condition.values.map((value) => fit(value.text, issuer.subject))),
    ];
    return { choices: [...subjects.map((subject) => [subject]), ...found.choices], complete: true };
  }
  if (
    issuer.claims.includes(claim) ||
    issuer.people?.includes(claim) === true ||
    (claim === 'aud' && issuer.audienceIsTenant)
  ) {
    return choicesFor(keep(conditions, (text, like) => like && /^[*?]+$/.test(text)));
  }
  return open;
}

/** A subject that looks like the stranger's and fits the pattern, or the pattern filled with a stranger's name. */
function fit(pattern: string, subject: string): string {
  const glob = compileGlob(pattern);
  if (matchesGlob(glob, subject)) return subject;
  const ended = pattern
    .replace('*', '-unlisted/unlisted:ref:refs/heads/main')
    .replaceAll('*', 'x')
    .replaceAll('?', 'x');
  return matchesGlob(glob, ended) ? ended : pattern.replaceAll('*', 'unlisted').replaceAll('?', 'x');
}

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

/** A grant to one provider, judged for strangers who hold a token of it. */
function judgeProvider(
  policy: NamedPolicy,
  statement: Statement,
  provider: string,
  setting: TrustSetting,
): { verdict: ExposureVerdict; witness: Witness | undefined; open: string[] } {
  const type = typeOf(provider);
  if (type === 'saml') return { verdict: judgeSaml(provider, setting), witness: undefined, open: [] };
  const host = hostOf(provider);
  const cognito = type === 'cognito';
  const issuer = sharedIssuers.find((one) => one.host === host || host.startsWith(`${one.host}/`));
  const action = 'sts:assumerolewithwebidentity';
  const caller = { type: 'federated', arn: provider } as const;
  const resource = target('*');
  const prefix = `${host}:`;
  const limits = limitsOn(setting, action);
  const attempt = (
    domain: (claim: string, conditions: readonly CompiledCondition[]) => Choices,
    claims: Readonly<Record<string, string>> = {},
  ) => {
    const base: Lookup = (key) => {
      if (!key.startsWith(prefix)) return requestKey(key, setting);
      const fixed = claims[key.slice(prefix.length)];
      return fixed === undefined ? { is: 'caller' } : { is: 'known', values: [fixed] };
    };
    // denials of the same document count, other grants do not
    const only = [statement, ...policy.policy.statements.filter((one) => one.effect === 'Deny')];
    const narrowed: NamedPolicy = { name: policy.name, policy: build(policy.policy.version, only, []) };
    const decide = (lookup: Lookup): Tri => {
      const layer = evaluateLayer([narrowed], action, resource, lookup, caller);
      return allOf([layer.allow, not(layer.deny), withinLimits(setting, action, lookup, caller)]);
    };
    return search({
      lookup: base,
      domain: (key, conditions) => {
        if (!key.startsWith(prefix)) return choicesFor(conditions);
        const claim = key.slice(prefix.length);
        const found = domain(claim, conditions);
        // every token has a subject and an audience, so `IfExists` and `ForAllValues` do not pass by their absence
        return claim === 'sub' || claim === 'aud'
          ? { ...found, choices: found.choices.filter((choice) => choice.length > 0) }
          : found;
      },
      decide,
      conditions: () => [...only.flatMap((one) => one.conditions), ...limits],
      budget: searchBudget(only.length + limits.length),
    });
  };
  const tokenOf = (chosen: ReadonlyMap<string, readonly string[]>): Witness => ({
    principal: provider,
    action: 'sts:AssumeRoleWithWebIdentity',
    resource: '*',
    conditions: Object.fromEntries(chosen),
    via: `a token of ${host}`,
  });
  if (cognito) {
    const stranger = attempt((claim, conditions) => strangerClaim(claim, undefined, true, conditions));
    if (stranger.result === YES) return { verdict: 'public', witness: tokenOf(stranger.chosen), open: [] };
    const guest = attempt((_, conditions) => choicesFor(conditions), { amr: 'unauthenticated' });
    // without a condition on amr it is the pool's own setting that lets guests in or not
    if (guest.result === YES && statement.conditions.some((condition) => condition.key === `${prefix}amr`)) {
      return {
        verdict: 'public',
        witness: { ...tokenOf(guest.chosen), via: 'a guest of the identity pool' },
        open: [],
      };
    }
    const anyone = attempt((_, conditions) => choicesFor(conditions));
    return anyone.result === NO
      ? { verdict: 'private', witness: undefined, open: [] }
      : {
          verdict: 'conditional',
          witness: {
            ...tokenOf(anyone.chosen),
            via:
              guest.result === NO
                ? 'a signed-in user of the identity pool'
                : 'an identity of the pool, a guest if it lets guests in',
          },
          open: [],
        };
  }
  const stranger = attempt((claim, conditions) => strangerClaim(claim, issuer, false, conditions));
  if (issuer === undefined) {
    // the provider's own users: nobody else, as long as the subject is looked at
    const limited = statement.conditions.some(
      (condition) =>
        condition.key === `${prefix}sub` &&
        !condition.negated &&
        condition.values.every((value) => !/^[*]+$/.test(value.text)),
    );
    return stranger.result === NO || limited
      ? { verdict: 'private', witness: undefined, open: [] }
      : { verdict: 'conditional', witness: { ...tokenOf(stranger.chosen), via: `any identity of ${host}` }, open: [] };
  }
  if (stranger.result === YES) return { verdict: 'public', witness: tokenOf(stranger.chosen), open: [] };
  if (stranger.result === MAYBE)
    return { verdict: 'conditional', witness: tokenOf(stranger.chosen), open: [`the claims of ${host}`] };
  const { people } = issuer;
  const led =
    people !== undefined &&
    attempt((claim, conditions) =>
      people.includes(claim) ? choicesFor(conditions) : strangerClaim(claim, issuer, false, conditions),
    );
  if (led !== false && led.result !== NO) {
    return {
      verdict: 'conditional',
      witness: { ...tokenOf(led.chosen), via: `whatever this user of ${host} starts in anybody's repository` },
      open: [],
    };
  }
  // for sign-in with a consumer account the audience is the app, and anybody may sign in to an app
  const user =
    issuer.audienceIsTenant &&
    attempt((claim, conditions) =>
      claim === 'aud' || claim === 'app_id' || claim === 'oaud'
        ? choicesFor(conditions)
        : strangerClaim(claim, issuer, false, conditions),
    );
  return user !== false && user.result !== NO
    ? {
        verdict: 'conditional',
        witness: { ...tokenOf(user.chosen), via: `anybody who signs in to the app at ${host}` },
        open: [],
      }
    : { verdict: 'private', witness: undefined, open: [] };
}

/** Trust policies have at most a few thousand characters; more grants than this come from no role. */
const MOST_PROVIDERS = 200;
type JudgedGrant = FederatedGrant & { witness: Witness | undefined; open: string[] };

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
      found.push({
        provider,
        type,
        statement: refOf(policy, statement),
        ...judgeProvider(policy, statement, provider, setting),
      });
    }
  }
  return { grants: found, complete: true };
}
