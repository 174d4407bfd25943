import { startRegionOf } from '../aws/connection.ts';
import { chooseRegions } from '../aws/session.ts';
import { needsTags } from '../engine/suppressions.ts';
import { planFor } from '../inventory/plan.ts';
import { plannedCalls } from '../inventory/planned-calls.ts';
import type { SealedManifest } from '../organization/manifest.ts';
import { partitionById } from '../partitions/partitions.ts';
import { sessionServices } from '../services/session-services.ts';
import { escapeText, toJson } from '../text/escape.ts';
import { columns, count, wrap } from './columns.ts';
import { command, format, number } from './door/options.ts';
import { configOptions, selectOptions } from './options.ts';
import { planOptions, reachOptions, storeOption, usualConcurrency } from './organization-options.ts';
import { storeAt, storeOptions } from './store.ts';
import { makePlan } from './organization-planning.ts';
import { tellLost } from './organization-skipped.ts';
import { writeStdout } from './output.ts';
import type { Estimate } from './plan-estimate.ts';
import { estimateOf } from './plan-estimate.ts';
import type { Setup } from './setup.ts';
import { setUp } from './setup.ts';

export default command({
  usage: 'org plan',
  options: {
    store: storeOption,
    ...storeOptions,
    ...planOptions,
    ...reachOptions,
    ...selectOptions,
    ...configOptions,
    resources: number('Resources of each type and account to reckon with (default: 100)'),
    format: format('table', 'json'),
  },
  groups: [
    { title: 'Which accounts', options: ['store', 'roleName', 'ou', 'account', 'excludeAccount', 'accounts'] },
    { title: 'How AWS is reached', options: ['profile', 'externalId', 'endpointUrl', 'maxRate'] },
    {
      title: 'What is scanned',
      options: ['region', 'service', 'check', 'excludeCheck', 'severity', 'category', 'framework'],
    },
    { title: 'A store in S3', options: ['storeProfile', 'storeRoleArn', 'storeKmsKeyId', 'storeBucketOwner'] },
    { title: 'What is printed', options: ['resources', 'format'] },
    { title: 'Files of your own', options: ['config', 'suppressions', 'attestations', 'checks', 'pack'] },
  ],
  examples: [
    ['audit org plan --store scans --role-name audit', 'every account of the organization'],
    ['audit org plan --store scans --ou Workloads --framework cis_7.0', 'some of it'],
    ['audit org plan --store scans --accounts accounts.txt', "without Organizations' permission"],
  ],

  async run(options) {
    const setup = await setUp(options);
    const manifest = await makePlan(options, setup, await storeAt(options.store, options));
    const estimate = organizationEstimate(manifest, setup, options.resources ?? 100);
    if (options.format === 'json') await writeStdout([`${toJson({ ...manifest, estimate }, 2)}\n`]);
    else await writeStdout(table(manifest, estimate));
    tellLost(manifest);
    return 0;
  },
});

interface OrganizationEstimate {
  readonly accounts: number;
  /** Of one account. */
  readonly each: Estimate;
  readonly calls: number;
  /** By one process that reads 8 accounts at once, and by 8 such processes. */
  readonly hours: { readonly one: number; readonly eight: number };
  readonly dollars: Estimate['dollars'];
}

/** Requests a second that one process sends and reads, over all accounts. */
const mostPerSecond = 500;

function organizationEstimate(manifest: SealedManifest, setup: Setup, resources: number): OrganizationEstimate {
  const partition = partitionById(manifest.partition);
  const all = [
    ...new Set([...partition.defaultRegions, ...manifest.regions.filter((r) => partition.regionPattern.test(r))]),
  ];
  const { regions } = chooseRegions(
    all.map((name) => ({ name, enabled: true })),
    manifest.regions,
  );
  const plan = planFor(setup.selected, { tags: needsTags(setup.suppressions), settings: setup.config.settings ?? {} });
  const start = startRegionOf(manifest.regions, partition.mainRegion);
  const each = estimateOf(plannedCalls(plan, sessionServices, regions, partition.id, start), resources);
  const accounts = manifest.accounts.filter(({ skip }) => skip === undefined).length;
  const calls = each.calls * accounts;
  const seconds = Math.max((each.seconds * accounts) / usualConcurrency, calls / mostPerSecond);
  const hours = (by: number): number => Number((Math.max(seconds / by, each.seconds) / 3600).toFixed(2));
  const times = (dollars: number): number => Number((dollars * accounts).toFixed(2));
  return {
    accounts,
    each,
    calls,
    hours: { one: hours(1), eight: hours(8) },
    dollars: { guardDuty: times(each.dollars.guardDuty), secondTrail: times(each.dollars.secondTrail) },
  };
}

const hoursText = (hours: number): string => (hours < 1 ? `${Math.max(1, Math.round(hours * 60))} min` : `${hours} h`);

function* table(
  manifest: SealedManifest,
  { accounts, each, calls, hours, dollars }: OrganizationEstimate,
): Generator<string> {
  const { scan, organization, access } = manifest;
  yield `Scan ${scan}${organization === undefined ? '' : ` of organization ${organization}`}, by ${access.kind === 'role' ? `the role ${access.role}` : `the profiles ${access.pattern}`}\n\n`;
  yield* columns(
    ['account', 'name', 'unit', 'state'],
    manifest.accounts.map(({ id, name, ou, state, skip }) => [
      id,
      escapeText(name),
      escapeText(ou.map((unit) => unit.name).join('/')) || '-',
      skip === undefined ? (id === manifest.own ? 'ours: no role' : (state ?? '-').toLowerCase()) : `skipped: ${skip}`,
    ]),
  );
  const skipped = manifest.accounts.length - accounts;
  const number = (value: number): string => value.toLocaleString('en-US');
  const lines = [
    `${count(manifest.accounts.length, 'account')}: ${accounts} to scan, ${skipped} skipped.`,
    `Calls: about ${number(calls)}, that is ${number(each.calls)} an account with ${number(each.resources)} resources of each type (--resources reckons with another number).`,
    `Time: about ${hoursText(hours.one)} by one process that reads ${usualConcurrency} accounts at once, ${hoursText(hours.eight)} by eight (--shard); longer where AWS throttles.`,
    `Money: the calls themselves are free but for CloudWatch's metrics ($0.01 for 1,000 in us-east-1). As events of CloudTrail, GuardDuty takes $${dollars.guardDuty} for looking at them, each trail after the first $${dollars.secondTrail} for recording them.`,
    `Next: audit org doctor --store …, then audit org scan --store …`,
  ];
  yield '\n';
  for (const line of lines) yield `${wrap(line, 100)}\n`;
}
