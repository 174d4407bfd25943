import type { FormatName } from '../../reports/index.ts';
import { formatNames, formats } from '../../reports/index.ts';
import { chooseRegions } from '../aws/session.ts';
import { severities } from '../engine/check.ts';
import type { Exit } from '../engine/judge.ts';
import { exitOf, judge, resourceFilter } from '../engine/judge.ts';
import type { RunResult } from '../engine/result.ts';
import { needsTags } from '../engine/suppressions.ts';
import { AuditError } from '../errors.ts';
import { assertCanary } from '../iam/canary.ts';
import { matcher } from '../text/glob.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { planFor } from '../inventory/plan.ts';
import { readSnapshot } from '../inventory/snapshot.ts';
import { collectAccount } from './collecting.ts';
import type { CommandModule } from './commands.ts';
import { awsOptions, configOptions, list, oneOf, selectOptions, talkOptions, text } from './options.ts';
import type { Target } from './output.ts';
import { assertWritable, targetsFor, writeStdout, writeWhole } from './output.ts';
import { progressFor } from './progress.ts';
import { setUp } from './setup.ts';

const scan: CommandModule = {
  command: 'scan',
  builder: (y) =>
    talkOptions(configOptions(selectOptions(awsOptions(y))))
      .option('resource-arn', { type: 'string', array: true, describe: 'Judge only these resources, globs allowed' })
      .option('tag', { type: 'string', array: true, describe: 'Judge only resources with key=value (or key)' })
      .option('format', {
        type: 'string',
        array: true,
        alias: 'f',
        describe: `${formatNames.join(', ')} (default: table)`,
      })
      .option('output', { type: 'string', alias: 'o', describe: "Directory or file; '-' is stdout" })
      .option('fail-on', { type: 'string', describe: 'Lowest severity that makes exit code 1, or none (default: any)' })
      .option('allow-incomplete', { type: 'boolean', describe: 'Exit 0 although something could not be judged' })
      .option('save', { type: 'string', describe: 'Save what was read as a snapshot' })
      .option('resume', { type: 'boolean', describe: 'Go on with an interrupted --save' })
      .option('from', { type: 'string', describe: 'Judge a snapshot, without AWS' })
      .option('now', { type: 'string', describe: 'Clock for replays, e.g. 2026-01-31T00:00:00Z' })
      .option('demo', { type: 'boolean', describe: 'Judge the embedded demo account' })
      .example('audit --profile prod --region "eu-*"', 'one account, European regions')
      .example('audit --format html --framework cis_7.0', 'a report for an auditor')
      .example('audit --fail-on high --format json > findings.json', 'a CI gate'),

  async handler(args) {
    const source = sourceOf(args);
    const setup = await setUp(args);
    const { config } = setup;
    const failOn = oneOf('fail-on', text(args, 'fail-on') ?? config.output?.failOn ?? 'informational', [
      ...severities,
      'none',
    ]);
    const formatsGiven = list(args, 'format').map((f) => oneOf('format', f, formatNames));
    const wantedFormats =
      formatsGiven.length > 0
        ? formatsGiven
        : (config.output?.formats ?? []).map((f) => oneOf('format', f, formatNames));
    const targets = await targetsFor(
      wantedFormats.length === 0 ? ['table'] : [...new Set(wantedFormats)],
      Object.fromEntries(formatNames.map((name) => [name, formats[name].extension])),
      text(args, 'output') ?? config.output?.path,
    );
    for (const { file } of targets) if (file !== undefined) await assertWritable(file);
    const filter = { resources: list(args, 'resource-arn'), tags: list(args, 'tag') };
    const plan = planFor(setup.selected, { tags: filter.tags.length > 0 || needsTags(setup.suppressions) });
    assertCanary();
    const { inventory, stopped } = await obtain(args, source, async () => {
      const only = resourceFilter({ resources: filter.resources });
      const progress = progressFor(process.stderr, { quiet: args['quiet'] === true });
      return collectAccount(
        { ...args, region: setup.regions },
        plan,
        progress,
        only === undefined ? undefined : (r) => only(r, undefined),
      );
    });
    const patterns = setup.regions.map(matcher);
    // A snapshot's regions are those that were read: a misspelt one must not give an empty report.
    if (source !== 'aws')
      chooseRegions(
        inventory.header.regions.map((name) => ({ name, enabled: true })),
        setup.regions,
      );
    const result = judge(setup.selected, inventory, {
      now: clockOf(args, inventory),
      source,
      ...filter,
      suppressions: setup.suppressions,
      ...(config.settings === undefined ? {} : { settings: config.settings }),
      ...(config.severity === undefined ? {} : { severities: config.severity }),
      ...(config.trustedAccounts === undefined ? {} : { trustedAccounts: config.trustedAccounts }),
      ...(patterns.length === 0 ? {} : { regions: (region) => patterns.some((test) => test(region)) }),
    });
    const nothingMatched =
      result.summary.resources > 0
        ? undefined
        : filter.resources.length > 0
          ? '--resource-arn'
          : filter.tags.length > 0
            ? '--tag'
            : undefined;
    const exit = exitOf(
      result,
      {
        failOn,
        allowIncomplete: args['allow-incomplete'] === true || config.output?.allowIncomplete === true,
        ...(nothingMatched === undefined ? {} : { nothingMatched }),
      },
      stopped,
    );
    const pictured = targets.some(({ format }) => format === 'html') && judgesPaths(result);
    const shown = pictured
      ? { ...result, attackPaths: (await import('./attack-paths.ts')).attackPathsOf(inventory) }
      : result;
    await write(shown, targets, args, exit);
    if (stopped !== undefined) process.stderr.write(`audit: ${stopped.message}\n${stopped.hint ?? ''}\n`);
    return exit.code;
  },
};

export default scan;

/** Whether the run read the identities and judged who can become administrator: what the picture shows. */
const judgesPaths = ({ findings }: RunResult): boolean =>
  findings.some(({ check, status }) => check === 'iam-principal-no-path-to-administrator' && status !== 'unknown');

/** @throws AuditError `usage` when more than one source is named */
function sourceOf(args: Record<string, unknown>): RunResult['run']['source'] {
  const from = text(args, 'from');
  const offline = args['demo'] === true ? '--demo' : from === undefined ? undefined : '--from';
  if (offline === undefined) return 'aws';
  const conflicting = [
    'save',
    'resume',
    'profile',
    'role-arn',
    'external-id',
    'endpoint-url',
    'max-rate',
    'timeout',
    ...(offline === '--demo' && from !== undefined ? ['from'] : []),
  ].find((name) => args[name] !== undefined);
  if (conflicting !== undefined)
    throw new AuditError('usage', `${offline} reads no AWS account, so --${conflicting} does not go with it`);
  return offline === '--demo' ? 'demo' : 'snapshot';
}

async function obtain(
  args: Record<string, unknown>,
  source: RunResult['run']['source'],
  collect: () => Promise<{ inventory: Inventory; stopped: AuditError | undefined }>,
): Promise<{ inventory: Inventory; stopped: AuditError | undefined }> {
  switch (source) {
    case 'demo': {
      const { demoInventory } = await import('./demo.ts');
      return { inventory: await demoInventory(), stopped: undefined };
    }
    case 'snapshot':
      return { inventory: await readSnapshot(text(args, 'from') ?? ''), stopped: undefined };
    case 'aws':
      return collect();
  }
}

/** The clock checks see: --now, else the time the data was read, so that a snapshot gives the same findings every day. */
function clockOf(args: Record<string, unknown>, inventory: Inventory): number {
  const given = text(args, 'now');
  if (given === undefined) return Date.parse(inventory.header.startedAt);
  const now = Date.parse(given);
  if (Number.isNaN(now))
    throw new AuditError('usage', `--now: ${given} is not a date`, {
      hint: 'Write it as 2026-01-31 or 2026-01-31T12:00:00Z.',
    });
  return now;
}

async function write(
  result: RunResult,
  targets: readonly Target<FormatName>[],
  args: Record<string, unknown>,
  exit: Exit,
): Promise<void> {
  for (const { format, file } of targets) {
    const reporter = await formats[format].load();
    const toTerminal = file === undefined && process.stdout.isTTY;
    const colour =
      args['color'] === false || (process.env['NO_COLOR'] ?? '') !== '' ? false : args['color'] === true || toTerminal;
    const chunks = reporter.render(result, { ...(toTerminal ? { width: process.stdout.columns } : {}), colour, exit });
    if (file === undefined) await writeStdout(chunks);
    else {
      await writeWhole(file, chunks);
      if (args['quiet'] !== true) process.stderr.write(`audit: wrote ${file}\n`);
    }
  }
}
