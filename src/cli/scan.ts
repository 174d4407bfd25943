import { checks } from '../../checks/index.ts';
import type { FormatName } from '../../reports/index.ts';
import { formatNames, formats } from '../../reports/index.ts';
import { severities } from '../engine/check.ts';
import type { Exit } from '../engine/judge.ts';
import { exitOf, judge, resourceFilter } from '../engine/judge.ts';
import type { RunResult } from '../engine/result.ts';
import { selectChecks } from '../engine/select.ts';
import { AuditError } from '../errors.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { planFor } from '../inventory/plan.ts';
import { readSnapshot } from '../inventory/snapshot.ts';
import { collectAccount } from './collecting.ts';
import type { CommandModule } from './commands.ts';
import { awsOptions, list, oneOf, selectOptions, selectionOf, talkOptions, text } from './options.ts';
import type { Target } from './output.ts';
import { assertWritable, targetsFor, writeStdout, writeWhole } from './output.ts';
import { progressFor } from './progress.ts';

const scan: CommandModule = {
  command: 'scan',
  builder: (y) =>
    talkOptions(selectOptions(awsOptions(y)))
      .option('resource-arn', { type: 'string', array: true, describe: 'Judge only these resources, globs allowed' })
      .option('tag', { type: 'string', array: true, describe: 'Judge only resources with key=value (or key)' })
      .option('format', { type: 'string', array: true, alias: 'f', describe: `${formatNames.join(', ')} (default: table)` })
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
    const failOn = oneOf('fail-on', text(args, 'fail-on') ?? 'informational', [...severities, 'none']);
    const wantedFormats = list(args, 'format').map((f) => oneOf('format', f, formatNames));
    const targets = await targetsFor(
      wantedFormats.length === 0 ? ['table'] : [...new Set(wantedFormats)],
      Object.fromEntries(formatNames.map((name) => [name, formats[name].extension])),
      text(args, 'output'),
    );
    for (const { file } of targets) if (file !== undefined) await assertWritable(file);
    const selected = selectChecks(checks, selectionOf(args));
    if (selected.length === 0) throw new AuditError('usage', 'no check is selected', { hint: 'Widen --service, --check, --severity, --category or --framework.' });
    const tags = list(args, 'tag');
    const filter = { resources: list(args, 'resource-arn'), tags };
    const plan = planFor(selected, { tags: tags.length > 0 });
    const source = args['demo'] === true ? 'demo' : text(args, 'from') === undefined ? 'aws' : 'snapshot';
    const { inventory, stopped } = await obtain(args, source, async () => {
      const only = resourceFilter({ resources: filter.resources });
      return collectAccount(args, plan, progressFor(process.stderr, { quiet: args['quiet'] === true }), only === undefined ? undefined : (r) => only(r, undefined));
    });
    const result = judge(selected, inventory, { now: clockOf(args, inventory), source, ...filter });
    const exit = exitOf(result, { failOn, allowIncomplete: args['allow-incomplete'] === true }, stopped);
    await write(result, targets, args, exit);
    if (stopped !== undefined) process.stderr.write(`audit: ${stopped.message}\n${stopped.hint ?? ''}\n`);
    return exit.code;
  },
};

export default scan;

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
  if (Number.isNaN(now)) throw new AuditError('usage', `--now: ${given} is not a date`, { hint: 'Write it as 2026-01-31 or 2026-01-31T12:00:00Z.' });
  return now;
}

async function write(result: RunResult, targets: readonly Target<FormatName>[], args: Record<string, unknown>, exit: Exit): Promise<void> {
  for (const { format, file } of targets) {
    const reporter = await formats[format].load();
    const toTerminal = file === undefined && process.stdout.isTTY;
    const colour = args['color'] === false || (process.env['NO_COLOR'] ?? '') !== '' ? false : args['color'] === true || toTerminal;
    const chunks = reporter.render(result, { ...(toTerminal ? { width: process.stdout.columns } : {}), colour, exit });
    if (file === undefined) await writeStdout(chunks);
    else {
      await writeWhole(file, chunks);
      if (args['quiet'] !== true) process.stderr.write(`audit: wrote ${file}\n`);
    }
  }
}
