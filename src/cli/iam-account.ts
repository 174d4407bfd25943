import type { Argv } from 'yargs';
import { defineCheck, pass } from '../engine/check.ts';
import type { Check } from '../engine/check.ts';
import { evaluate } from '../engine/evaluate.ts';
import { AuditError } from '../errors.ts';
import { accountFromDetails } from '../iam/graph/details.ts';
import type { Account, Surroundings } from '../iam/graph/types.ts';
import type { OrganizationPolicies, PolicySource } from '../iam/types.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { planFor } from '../inventory/plan.ts';
import { readSnapshot } from '../inventory/snapshot.ts';
import { iamAccount } from '../services/iam/account.ts';
import {
  accountOf,
  coreAlong,
  credentialsAlong,
  type IdentityValues,
  instancesOf,
  memberAlong,
  networkAlong,
  organizationAlong,
} from '../services/iam/escalation.ts';
import { collectAccount } from './collecting.ts';
import { readJson } from './json-file.ts';
import { text } from './options.ts';
import { progressFor } from './progress.ts';

/** Options that say where the account's policies come from. */
export const sourceOptions = (y: Argv): Argv =>
  y
    .option('iam-details', {
      type: 'string',
      describe: 'JSON of `aws iam get-account-authorization-details`, no credentials needed',
    })
    .option('from', { type: 'string', describe: 'Judge a snapshot, without AWS' })
    .option('demo', { type: 'boolean', describe: 'Judge the embedded demo account' })
    .option('scps', {
      type: 'string',
      describe: 'JSON of the service control policies above the account: one list per level',
    })
    .option('rcps', { type: 'string', describe: 'The same for resource control policies' });

/**
 * The account that the options name, with everything that the search for paths needs.
 * @throws AuditError `usage`, `snapshot` or `credentials`; `usage` also when a snapshot lacks what is needed
 */
export async function iamAccountFrom(args: Record<string, unknown>): Promise<Account> {
  const given = (['iam-details', 'from', 'demo'] as const).filter(
    (name) => args[name] !== undefined && args[name] !== false,
  );
  if (given.length > 1) throw new AuditError('usage', `--${given.join(' and --')} name two sources; give one`);
  const organization = await organizationPolicies(args);
  // yargs hands out a lone - as nothing
  const details = args['iam-details'] === '' ? '-' : text(args, 'iam-details');
  if (details !== undefined) {
    const now = new Date();
    return accountFromDetails(
      await readJson(details),
      { scps: 'unknown', rcps: 'unknown', now, ...organization },
      details === '-' ? 'standard input' : details,
    );
  }
  const inventory = await inventoryFrom(args);
  return { ...accountIn(inventory), ...organization };
}

/** Levels of an organisation from files: a list of lists of documents, or one list. */
async function organizationPolicies(args: Record<string, unknown>): Promise<Surroundings> {
  const found: { scps?: OrganizationPolicies; rcps?: OrganizationPolicies } = {};
  for (const name of ['scps', 'rcps'] as const) {
    const file = text(args, name);
    if (file === undefined) continue;
    const json = await readJson(file);
    const levels = Array.isArray(json)
      ? json.every(Array.isArray)
        ? (json as unknown[][])
        : (json as unknown[]).map((one) => [one])
      : [[json]];
    const what = name === 'scps' ? 'service control policy' : 'resource control policy';
    found[name] = levels.map((level, depth) =>
      level.map((document, at): PolicySource => ({ name: `${what} ${at + 1} of level ${depth + 1}`, document })),
    );
  }
  return found;
}

/** Hands out what a check would get, instead of judging it. */
function probe(
  capture: (
    subject: { readonly account: string; readonly partition: string },
    context: { along: never; now: number; trustedAccounts: readonly string[] },
  ) => void,
  along: Check['along'],
): Check {
  return {
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
  };
}

/** Parts that make the answer surer; each is left out where it was not read. */
const optional: readonly Check['along'][] = [credentialsAlong, organizationAlong, memberAlong, networkAlong];
const wholePlan = () => planFor([probe(() => {}, Object.assign({}, coreAlong, ...optional) as Check['along'])]);

async function inventoryFrom(args: Record<string, unknown>): Promise<Inventory> {
  if (args['demo'] === true) {
    const { demoInventory } = await import('./demo.ts');
    return demoInventory();
  }
  const from = text(args, 'from');
  if (from !== undefined) return readSnapshot(from);
  const progress = progressFor(process.stderr, { quiet: args['quiet'] === true });
  const { inventory, stopped } = await collectAccount(args, wholePlan(), progress);
  if (stopped !== undefined) throw stopped;
  return inventory;
}

/** Reads an inventory as checks do, so that what could not be read is noticed in the same way. */
export function accountIn(inventory: Inventory): Account {
  const now = Date.parse(inventory.header.startedAt);
  let found: Account | undefined;
  let problem: string | undefined;
  const attempt = (parts: readonly Check['along'][]): boolean => {
    found = undefined;
    const network = parts.includes(networkAlong);
    const check = probe(
      (at, { along: values }) => {
        const instances = network ? instancesOf((values as IdentityValues).roles, values) : undefined;
        found = accountOf(at, values, { trustedAccounts: [], now }, instances);
      },
      Object.assign({}, coreAlong, ...parts) as Check['along'],
    );
    const { findings } = evaluate([check], inventory, { now });
    problem ??= findings.find(({ status }) => status === 'unknown')?.message;
    return found !== undefined;
  };
  if (!attempt([])) {
    throw new AuditError('usage', problem ?? "the account's policies were not read", {
      hint: 'Paths need iam:GetAccountAuthorizationDetails; a snapshot needs the resources of IAM: `audit collect --service iam`.',
    });
  }
  attempt(optional.filter((part) => attempt([part])));
  if (found === undefined) throw new AuditError('internal', 'the account could not be put together');
  return found;
}
