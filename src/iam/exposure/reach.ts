import { awsAccounts } from '../data/aws-accounts.ts';
import { compileGlob, matchesGlob } from '../glob.ts';
import { FRESH } from '../search.ts';
import { type Caller, type KeyState, MAYBE, NO, YES } from '../types.ts';
import { type Mentions, OWN_ORGANIZATION } from './mentions.ts';
import { type Outsider, type Setting, STRANGER_ORG } from './outsider.ts';
import { type Gate, gate, type ProbeResult, REFUSED, tryOutsider } from './probe.ts';
import { ACCOUNT_SLOT, ORGANIZATION_SLOT } from './resources.ts';
import type { ExposureOptions, ExposureVerdict } from './types.ts';

/** Account numbers of people who do not exist; replaced when a policy happens to name them. */
const strangers = ['999999999999', '888888888888', '777777777777'];

/** Who may do one action on some of these resources. */
export interface Reach {
  readonly verdict: ExposureVerdict;
  /** For the widest verdict above `private`. */
  readonly probe: ProbeResult;
  /** Named accounts (and canonical ids) that pass. */
  readonly accounts: ReadonlyMap<string, ExposureVerdict>;
  readonly organizations: readonly string[];
  /** Unique ids that pass and are not known to be of the own account. */
  readonly principals: readonly string[];
  readonly unknown: readonly string[];
}

export interface ReachInput {
  readonly action: string;
  readonly actionName: string;
  /** Each way the request can be put: one list of gates for each resource name. */
  readonly ways: readonly (readonly Gate[])[];
  /** The service answers requests without credentials. */
  readonly anonymous: boolean;
  readonly mentions: Mentions;
  readonly setting: Setting;
  readonly options: ExposureOptions;
  readonly own: string | undefined;
  readonly via?: string | undefined;
  /** Keys fixed for callers without credentials. */
  readonly anonymousFixed?: ReadonlyMap<string, KeyState> | undefined;
}

const roleIn = (account: string): Caller => ({ type: 'role', arn: `arn:aws:iam::${account}:role/${FRESH}`, account });
const serviceCaller: Caller = { type: 'service', arn: FRESH };

/** The caller that an ARN of a Principal element names. */
export function callerOf(arn: string, account: string): Caller {
  if (arn.endsWith(':root')) return { type: 'root', arn, account };
  const session = /^arn:([^:]+):sts::(\d+):assumed-role\/([^/]+)\//.exec(arn);
  if (session !== null) {
    return { type: 'role', arn: `arn:${session[1]}:iam::${account}:role/${session[3]}`, sessionArn: arn, account };
  }
  return { type: arn.includes(':role/') ? 'role' : 'user', arn, account };
}

/** A stranger's number or id that fits a pattern, as long as one can be found that is not known to be somebody's. */
function fitting(pattern: string, lengths: readonly number[], isTaken: (text: string) => boolean): string | undefined {
  const glob = compileGlob(pattern);
  for (const digit of ['9', '8', '7', '6', '5', '4', '3', '2', '1', '0']) {
    const shortest = pattern.replaceAll('*', '').replaceAll('?', digit);
    for (const length of lengths) {
      const filled = pattern
        .replace('*', digit.repeat(Math.max(0, length - shortest.length)))
        .replaceAll('*', '')
        .replaceAll('?', digit);
      if (filled.length === length && matchesGlob(glob, filled) && !isTaken(filled)) return filled;
    }
  }
  return undefined;
}

/** Strangers whose account or organisation happens to fit a pattern: nobody chooses his number, but a pattern names nobody. */
function luckyOnes(input: ReachInput, stranger: string): Outsider[] {
  const { mentions, options, own } = input;
  const members = new Set(options.organization?.accounts);
  const found: Outsider[] = [];
  for (const pattern of mentions.accountPatterns) {
    const account = fitting(pattern, [12], (id) => id === own || members.has(id) || mentions.accounts.has(id));
    if (account === undefined || !/^\d{12}$/.test(account)) continue;
    found.push(
      { caller: roleIn(account), trusted: false },
      { caller: serviceCaller, serviceFor: account, trusted: false },
    );
  }
  for (const pattern of mentions.organizationPatterns) {
    const isTaken = (id: string): boolean =>
      !id.startsWith('o-') ||
      id === options.organization?.id ||
      mentions.organizations.has(id) ||
      !matchesGlob(compileGlob(pattern), id);
    const organization = [pattern, `o-${pattern}`]
      .map((one) => fitting(one, [12, 20, 34], isTaken))
      .find((id) => id !== undefined);
    if (organization === undefined) continue;
    found.push(
      { caller: roleIn(stranger), trusted: false, organization },
      { caller: serviceCaller, serviceFor: stranger, trusted: false, organization },
    );
  }
  return found;
}

const hasSlot = (gates: readonly Gate[]): boolean =>
  gates.some(({ resource }) => resource.text.includes(ACCOUNT_SLOT) || resource.text.includes(ORGANIZATION_SLOT));

/** The gates, with the names of resources that hold the caller's account or organisation. */
const inNameOf = (outsider: Outsider, gates: readonly Gate[]): readonly Gate[] =>
  gates.map((one) => ({
    ...one,
    ...gate(
      one.policies,
      one.resource.text
        .replaceAll(ACCOUNT_SLOT, outsider.serviceFor ?? outsider.caller.account ?? FRESH)
        .replaceAll(ORGANIZATION_SLOT, outsider.organization ?? STRANGER_ORG),
    ),
  }));

const stronger = (a: ProbeResult, b: ProbeResult): ProbeResult => (b.result > a.result ? b : a);

/** Tries callers from the widest class to the narrowest. */
export function reach(input: ReachInput): Reach {
  const { mentions, options, own } = input;
  const stranger = strangers.find((id) => !mentions.accounts.has(id) && id !== own) ?? '666666666666';
  const attempt = (outsiders: readonly Outsider[], setting = input.setting): ProbeResult => {
    let best = REFUSED;
    for (const outsider of outsiders) {
      const fixed =
        outsider.caller.type === 'anonymous' && input.anonymousFixed !== undefined
          ? { ...setting, fixed: input.anonymousFixed }
          : setting;
      for (const gates of input.ways) {
        // a policy too large to be judged whole: what is not proven by now is left to the caller of this function
        if (setting.budget.left < 0) return best;
        const found = tryOutsider({
          outsider,
          setting: fixed,
          action: input.action,
          actionName: input.actionName,
          gates: hasSlot(gates) ? inNameOf(outsider, gates) : gates,
          via: input.via,
        });
        if (found.result === YES || setting.budget.left >= 0) best = stronger(best, found);
        if (best.result === YES) return best;
      }
    }
    return best;
  };

  const anonymous: Outsider[] = input.anonymous
    ? [{ caller: { type: 'anonymous', arn: 'anonymous' }, trusted: false }]
    : [];
  const anyAccount: Outsider[] = [
    { caller: roleIn(stranger), trusted: false },
    { caller: serviceCaller, serviceFor: stranger, trusted: false },
  ];
  let wide: { verdict: ExposureVerdict; probe: ProbeResult } | undefined;
  let open = attempt(anonymous);
  if (open.result === YES) wide = { verdict: 'public', probe: open };
  if (wide === undefined) {
    const found = attempt(anyAccount);
    if (found.result === YES) wide = { verdict: 'any-account', probe: found };
    else open = stronger(open, found);
  }
  if (wide === undefined) {
    const found = attempt([...anonymous, ...anyAccount, ...luckyOnes(input, stranger)], {
      ...input.setting,
      loose: true,
    });
    const probe = stronger(found, open);
    if (probe.result !== NO) wide = { verdict: 'conditional', probe };
  }
  const unknown = wide?.probe.result === MAYBE ? wide.probe.open : [];

  const { accounts, probe: accountProbe, verdict: accountVerdict } = tryAccounts(input, attempt);
  const organizations: string[] = [];
  let narrow: { verdict: ExposureVerdict; probe: ProbeResult } | undefined =
    accountVerdict === undefined ? undefined : { verdict: accountVerdict, probe: accountProbe };
  if (wide === undefined || wide.verdict === 'conditional') {
    const ownOrganization = options.organization?.id;
    const tried = new Set(mentions.organizations);
    if (mentions.ownOrganization && options.organization !== null) tried.add(ownOrganization ?? OWN_ORGANIZATION);
    for (const organization of tried) {
      const trusted = mentions.granted.has(organization) || mentions.granted.has(OWN_ORGANIZATION);
      const found = attempt([
        { caller: roleIn(stranger), trusted, organization },
        { caller: serviceCaller, serviceFor: stranger, trusted, organization },
      ]);
      if (found.result === NO) continue;
      // what is not known to be the own is not; `exposure` says that it is not known
      const isOwn = organization === (ownOrganization ?? OWN_ORGANIZATION);
      if (!isOwn) organizations.push(organization);
      const verdict: ExposureVerdict = isOwn ? 'organization' : 'cross-account';
      if (narrow === undefined || (narrow.verdict === 'organization' && verdict === 'cross-account')) {
        narrow = { verdict, probe: found };
      }
    }
  }
  const principals: string[] = [];
  if (wide === undefined || wide.verdict === 'conditional') {
    for (const uniqueId of mentions.uniqueIds) {
      if (options.ownPrincipals?.has(uniqueId) === true) continue;
      const trusted = mentions.granted.has(uniqueId);
      const found = attempt([{ caller: roleIn(stranger), trusted, uniqueId }]);
      if (found.result === NO) continue;
      principals.push(uniqueId);
      if (narrow?.verdict !== 'cross-account') narrow = { verdict: 'cross-account', probe: found };
    }
  }
  const best = wide ?? narrow;
  return {
    verdict: best?.verdict ?? 'private',
    probe: best?.probe ?? REFUSED,
    accounts,
    organizations,
    principals,
    unknown: [...unknown, ...(best === narrow && narrow?.probe.result === MAYBE ? narrow.probe.open : [])],
  };
}

function tryAccounts(
  input: ReachInput,
  attempt: (outsiders: readonly Outsider[]) => ProbeResult,
): { accounts: Map<string, ExposureVerdict>; probe: ProbeResult; verdict: ExposureVerdict | undefined } {
  const { mentions, options, own } = input;
  const members = new Set(options.organization?.accounts);
  const ownOrganization = options.organization?.id;
  const accounts = new Map<string, ExposureVerdict>();
  let probe = REFUSED;
  let verdict: ExposureVerdict | undefined;
  const record = (id: string, kind: ExposureVerdict, found: ProbeResult): void => {
    accounts.set(id, kind);
    if (verdict === undefined || (verdict === 'organization' && kind === 'cross-account')) {
      verdict = kind;
      probe = found;
    }
  };
  for (const account of mentions.accounts) {
    if (account === own || awsAccounts.has(account)) continue;
    const arns = [...(mentions.arns.get(account) ?? [])];
    const callers = [
      ...arns.map((arn) => callerOf(arn, account)),
      { type: 'root', arn: `arn:aws:iam::${account}:root`, account } as const,
      roleIn(account),
    ];
    const isMember = members.has(account);
    const trusted = mentions.granted.has(account);
    const membership = isMember && ownOrganization !== undefined ? { organization: ownOrganization } : {};
    const others = [...mentions.organizations].filter((id) => id !== ownOrganization);
    const outsiders = callers.flatMap((caller): Outsider[] => [
      { caller, trusted, isNamed: true, ...membership, maybeIn: others },
    ]);
    const viaService: Outsider = {
      caller: serviceCaller,
      serviceFor: account,
      trusted,
      ...membership,
      maybeIn: others,
    };
    const found = attempt([...outsiders, viaService]);
    if (found.result !== NO) {
      record(account, isMember ? 'organization' : 'cross-account', found);
    } else if (!isMember && ownOrganization !== undefined && options.organization?.accounts === undefined) {
      // the policy asks for the own organisation too, and the list of its accounts was not given
      const asMember = attempt(outsiders.map((outsider) => ({ ...outsider, organization: ownOrganization })));
      if (asMember.result !== NO) record(account, 'organization', asMember);
    }
  }
  for (const id of mentions.canonicalIds) {
    const caller: Caller = { type: 'user', arn: `canonical user ${id}`, canonicalId: id };
    const found = attempt([{ caller, trusted: mentions.granted.has(id) }]);
    if (found.result !== NO) record(id, 'cross-account', found);
  }
  return { accounts, probe, verdict };
}
