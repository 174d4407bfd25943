import { along, defineCheck, pass } from '../engine/check.ts';
import type { Check, Context } from '../engine/check.ts';
import { evaluate } from '../engine/evaluate.ts';
import { unreadRegionsOf } from '../engine/judge.ts';
import { AuditError } from '../program/errors.ts';
import { accountFromDetails } from '../iam/graph/details.ts';
import type { Account, ControlSource, Surroundings } from '../iam/graph/types.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { type Plan, planFor } from '../inventory/plan.ts';
import { readSnapshot } from '../inventory/snapshot.ts';
import { iamAccount } from '../services/iam/account.ts';
import { endpointsAlong, endpointsOf, type EndpointValues } from '../judgements/endpoints/endpoints.ts';
import {
  accountOf,
  assignedAlong,
  controlsAlong,
  coreAlong,
  type IdentityValues,
  instancesAlong,
  type RunningValues,
  unreadNetwork,
} from '../judgements/escalation/escalation.ts';
import { networkAlong, networksOf, type NetworkValues } from '../judgements/network/network.ts';
import {
  holdsPolicyOf,
  ownedBy,
  policyIn,
  policyNeedsOf,
  type ResourcePolicy,
  unreadPolicy,
} from '../judgements/policies/resource-policies.ts';
import { user } from '../services/iam/user.ts';
import { organization } from '../services/organizations/organization.ts';
import { collectAccount } from './collecting.ts';
import { levelsOf } from './control-files.ts';
import { readJson } from './json-file.ts';
import { flag, nameOf, source, text, type Values } from './door/options.ts';
import type { AwsOptions, TalkOptions } from './options.ts';
import { progressFor } from './progress.ts';

/** Options that say where the account's policies come from. */
export const sourceOptions = {
  iamDetails: source('JSON of `aws iam get-account-authorization-details`, no credentials needed'),
  from: text('Judge a snapshot, without AWS'),
  demo: flag('Judge the embedded demo account'),
  scps: text('Service control policies above the account, a list per level, or none'),
  rcps: text('The same of resource control policies'),
};
type AccountOptions = Values<typeof sourceOptions> & AwsOptions & TalkOptions;

/**
 * The account that the options name, with everything that the search for paths needs.
 * @throws AuditError `usage`, `snapshot` or `credentials`; `usage` also when a snapshot lacks what is needed
 */
export async function iamAccountFrom(options: AccountOptions, wanted: Wanted = {}): Promise<Account> {
  const given = (['iamDetails', 'from', 'demo'] as const).filter(
    (name) => options[name] !== undefined && options[name] !== false,
  );
  if (given.length > 1)
    throw new AuditError('usage', `--${given.map(nameOf).join(' and --')} name two sources; give one`);
  const files = await organizationPolicies(options);
  const { iamDetails: details } = options;
  if (details !== undefined) {
    const now = new Date();
    const unread = { source: 'unknown', reason: 'the details of IAM do not tell them', actions: [] } as const;
    return accountFromDetails(
      await readJson(details),
      {
        scps: 'unknown',
        rcps: 'unknown',
        now,
        ...policyFacts(wanted.resource, unreadPolicy(wanted.resource, 'the details of IAM do not tell it')),
        ...files.policies,
        controls: { scps: unread, rcps: unread, ...files.controls },
      },
      details === '-' ? 'standard input' : details,
    );
  }
  const account = accountIn(await inventoryFrom(options, wanted), wanted);
  // Files count instead of what AWS tells, whatever the account is.
  return {
    ...account,
    ...files.policies,
    ...(account.controls === undefined ? {} : { controls: { ...account.controls, ...files.controls } }),
  };
}

interface FromFiles {
  readonly policies: Pick<Surroundings, 'scps' | 'rcps' | 'managementAccount'>;
  readonly controls: { readonly scps?: ControlSource; readonly rcps?: ControlSource };
}

/** Levels of an organisation from files: a list of lists of documents, or one list. */
async function organizationPolicies(options: AccountOptions): Promise<FromFiles> {
  const policies: { -readonly [K in keyof FromFiles['policies']]: FromFiles['policies'][K] } = {};
  const controls: { scps?: ControlSource; rcps?: ControlSource } = {};
  for (const name of ['scps', 'rcps'] as const) {
    const file = options[name];
    if (file === undefined) continue;
    if (file === 'none') {
      policies[name] = undefined;
      controls[name] = { source: 'stated', levels: [], none: `none, says --${name}` };
      continue;
    }
    const named = levelsOf(await readJson(file), name, file);
    policies[name] = named;
    controls[name] = { source: 'file', file: file === '-' ? 'standard input' : file, levels: named };
    // whoever names policies that bind the account says that it is not the management account
    if (name === 'scps') policies.managementAccount = false;
  }
  return { policies, controls };
}

/** Hands out what a check would get, instead of judging it. */
const probe = (capture: (subject: Subject, context: Context) => void, along: Check['along']): Check => ({
  ...defineCheck({
    id: 'iam-paths',
    title: 'What the search for paths reads',
    severity: 'informational',
    category: 'security',
    resource: iamAccount,
    risk: '',
    fix: { text: '' },
    references: [],
    evaluate: () => pass('read'),
  }),
  along,
  evaluate(subject: never, context: never) {
    capture(subject, context);
    return pass('read');
  },
});

type Subject = Parameters<typeof accountOf>[0];

/** What a command asks besides the users, roles and policies. */
export interface Wanted {
  /** Instances, functions and APIs that strangers reach. */
  readonly endpoints?: boolean;
  /** ARN of the resource whose policy counts. */
  readonly resource?: string | undefined;
}

/** What tells the account: what a check would need is optional here where an answer is possible without. */
const accountAlong = {
  ...coreAlong,
  usersWithCredentials: along(user, { needs: ['credentials'], optional: true }),
  organizations: along(organization, { needs: ['details'], optional: true }),
  organizationAccounts: along(organization, { needs: ['accounts'], optional: true }),
  ...controlsAlong,
  ...assignedAlong,
} as const;

/** Instances, and what tells which of them the internet reaches. */
const runningAlong = { ...instancesAlong, ...networkAlong } as const;

/** What is collected to put an account together. */
function planOf({ endpoints, resource }: Wanted): Plan {
  const policy = policyNeedsOf(resource);
  const check = probe(
    () => {},
    endpoints === true ? { ...accountAlong, ...runningAlong, ...endpointsAlong } : accountAlong,
  );
  return planFor([
    check,
    ...(policy === undefined ? [] : [{ ...check, resource: policy.type, needs: policy.facets, along: {} }]),
  ]);
}

async function inventoryFrom(options: AccountOptions, wanted: Wanted): Promise<Inventory> {
  const { demo, from, quiet } = options;
  if (demo === true) {
    const { demoInventory } = await import('./demo.ts');
    return demoInventory();
  }
  if (from !== undefined) return readSnapshot(from);
  const progress = progressFor(process.stderr, { quiet: quiet === true });
  const { inventory, stopped, end } = await collectAccount(options, planOf(wanted), progress, ({ arn }) =>
    holdsPolicyOf(wanted.resource, arn),
  );
  end(true);
  if (stopped !== undefined) throw stopped;
  return inventory;
}

/** Reads an inventory as checks do, so that what could not be read is noticed in the same way. */
function accountIn(inventory: Inventory, wanted: Wanted): Account {
  const now = Date.parse(inventory.header.startedAt);
  const missing: string[] = [];
  let found: Account | undefined;
  const check = probe(
    (at, context) => {
      const { unreadAlong, unreadRegions } = context;
      const along = context.along as IdentityValues & RunningValues & NetworkValues & EndpointValues & WithCredentials;
      const values = { ...along, network: networksOf(along, unreadAlong) };
      const credentials = unreadAlong['usersWithCredentials'];
      const users = credentials === undefined ? values.usersWithCredentials : values.users;
      if (credentials !== undefined) missing.push(`keys and passwords: ${credentials.cause}`);
      const network = unreadNetwork(unreadAlong);
      if (network !== undefined) missing.push(network.cause);
      else if (unreadRegions.length > 0)
        missing.push(`instances and functions of ${unreadRegions.join(', ')}: not read`);
      const account = accountOf(at, { ...values, users }, context);
      found = account;
      if (wanted.endpoints !== true) return;
      const { endpoints, missing: unread } = endpointsOf(at, values, context);
      missing.push(...unread);
      found = { ...account, endpoints: [...(account.endpoints ?? []), ...endpoints] };
    },
    { ...accountAlong, ...runningAlong, ...(wanted.endpoints === true ? endpointsAlong : {}) },
  );
  const { findings } = evaluate([check], inventory, { now, unreadRegions: unreadRegionsOf(inventory) });
  if (found === undefined) {
    const problem = findings.find(({ status }) => status === 'unknown')?.unknown?.cause;
    throw new AuditError('usage', problem ?? "the account's policies were not read", {
      hint: 'Paths need iam:GetAccountAuthorizationDetails; a snapshot needs the resources of IAM: `audit collect --service iam`.',
    });
  }
  const account: Account = found;
  if (wanted.resource === undefined) return { ...account, ...policyFacts(undefined, undefined, missing) };
  const own = policyIn(inventory, wanted.resource);
  const owned = ownedBy(inventory, wanted.resource);
  return {
    ...account,
    ...policyFacts(wanted.resource, own, missing),
    ...(owned === undefined ? {} : { ownResources: new Map([[wanted.resource, owned]]) }),
  };
}

interface WithCredentials {
  readonly usersWithCredentials: IdentityValues['users'];
}

function policyFacts(
  resource: string | undefined,
  own: ResourcePolicy | undefined,
  missing: readonly string[] = [],
): Pick<Surroundings, 'resourcePolicies' | 'missing'> {
  const all = [...missing, ...(own?.missing === undefined ? [] : [own.missing])];
  return {
    ...(resource === undefined || own === undefined ? {} : { resourcePolicies: new Map([[resource, own.policies]]) }),
    ...(all.length === 0 ? {} : { missing: all }),
  };
}
