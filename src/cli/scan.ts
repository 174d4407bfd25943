import { existsSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { formats as ownFormats, formatsWith } from '../../reports/index.ts';
import { changesText } from '../../reports/changes.ts';
import { sinceUnknown } from '../../reports/table/since.ts';
import { chooseRegions } from '../aws/session.ts';
import type { Status } from '../engine/finding.ts';
import { drawnBeside, picturedCheck } from './drawn.ts';
import type { Exit } from '../engine/judge.ts';
import { Judging, exitOf, resourceFilter } from '../engine/judge.ts';
import type { ReportOptions, View } from '../engine/reporter.ts';
import type { AnyResult } from '../engine/result.ts';
import { runSelection } from '../engine/selection.ts';
import { needsTags } from '../engine/suppressions.ts';
import type { Comparing } from '../engine/changes/comparing.ts';
import { AuditError } from '../program/errors.ts';
import { exposedIn, reportInputs } from './exposed.ts';
import { advisorIn } from './trusted-advisor.ts';
import { assertCanary } from '../iam/canary.ts';
import { bundleHash } from './bundle.ts';
import { matcher } from '../text/glob.ts';
import type { Inventory, Watch } from '../inventory/inventory.ts';
import { planFor } from '../inventory/plan.ts';
import { readSnapshot } from '../inventory/snapshot.ts';
import { isDay } from '../text/day.ts';
import { againstOf, assertSameAccount, comparedFailures, comparingWith, idsNow, withChanges } from './against.ts';
import type { Collected } from './collecting.ts';
import { collectAccount } from './collecting.ts';
import { nameOf } from './door/options.ts';
import { comparing, failOnOf } from './fail-on.ts';
import { gateLines } from './gate.ts';
import { LastRun, notKept } from './kept.ts';
import type { TalkOptions } from './options.ts';
import type { shownStatuses } from './options.ts';
import type { ScanOptions } from './scan-command.ts';
import type { Target } from './output.ts';
import { isPage, writeBytes, writeReport, writeWhole } from './output.ts';
import { progressFor } from './progress.ts';
import { complianceOf, weighedOn } from './compliance.ts';
import { placeIn } from './organization-place.ts';
import { setUp } from './setup.ts';
import { say } from './say.ts';
import { failureOfStreams } from './streams.ts';
import { writableTargets } from './targets.ts';

/** What the command does; its options are in `scan-command.ts`, which is loaded without all this. */
export async function scan(options: ScanOptions): Promise<number> {
  const { save } = options;
  const source = sourceOf(options);
  const clock = clockOf(options);
  const setup = await setUp(options);
  const { config } = setup;
  const configured = config.output?.failOn ?? [];
  const asked = options.failOn.length > 0 ? options.failOn : [configured].flat();
  const failOn = asked.length > 0 ? failOnOf(asked) : { severity: 'informational' as const, unknown: false };
  const view = viewOf(options);
  const formats = formatsWith(setup.reports);
  const targets = await writableTargets(options, config.output, formats, setup.selection.frameworks);
  if (view !== undefined && !targets.some(({ format }) => format === 'table'))
    throw new AuditError(
      'usage',
      '--details, --group-by, --only, --top and --view change the table only, which was not asked for',
      {
        hint: 'Add --format table, or leave them out: the other formats hold everything.',
      },
    );
  const { baseline = options.compare === undefined ? setup.baseline : undefined, compare } = options;
  const against = await againstOf({ baseline, compare }, comparing(asked));
  const filter = { resources: options.resourceArn, tags: options.tag };
  const paged = targets.some(({ format }) => isPage(format));
  const beyond = paged ? drawnBeside(setup) : [];
  const plan = planFor([...setup.selected, ...beyond], {
    tags: filter.tags.length > 0 || needsTags(setup.suppressions),
    settings: config.settings ?? {},
  });
  assertCanary();
  // What is wrong with an attestation is said before anything is read.
  await weighedOn(setup, setup.selection.frameworks ?? [], clock ?? Date.now());
  const patterns = setup.regions.map(matcher);
  const { settings, trustedAccounts, severity: severityOverrides } = config;
  const selection = runSelection(
    {
      ...setup.selection,
      ...filter,
      regions: setup.regions,
      settings,
      severityOverrides,
      trustedAccounts,
      now: clock,
    },
    setup.selected,
  );
  const unasked = beyond.some(({ id }) => id === picturedCheck);
  const pictured = paged && (unasked || setup.selected.some(({ id }) => id === picturedCheck));
  const suppressions =
    source === 'demo'
      ? [...setup.suppressions, ...(await (await import('./demo.ts')).demoSuppressions())]
      : setup.suppressions;
  const picture = pictured ? await import('./attack-paths.ts') : undefined;
  const reports = reportInputs(pictured, unasked);
  let judging: Judging | undefined;
  let compared: Comparing | undefined;
  const unkept = notKept(options.cache, source);
  let lastRun: LastRun | undefined;
  const watch = (inventory: Inventory): Judging => {
    // A snapshot's regions are those that were read: a misspelt one must not give an empty report.
    if (source !== 'aws')
      chooseRegions(
        inventory.header.regions.map((name) => ({ name, enabled: true })),
        setup.regions,
      );
    if (against !== undefined) {
      const { account, startedAt } = inventory.header;
      assertSameAccount(against, account);
      compared = comparingWith(against, account, startedAt);
    }
    if (unkept === undefined) lastRun = new LastRun(inventory.header, selection);
    judging = new Judging(
      setup.selected,
      inventory,
      {
        // Without --now, the time the data was read: a snapshot gives the same findings every day.
        now: clock ?? Date.parse(inventory.header.startedAt),
        source,
        bundle: bundleHash(),
        ...filter,
        selection,
        suppressions,
        reports,
        mark:
          compared === undefined && lastRun === undefined
            ? undefined
            : (found) => {
                const finding = compared?.mark(found) ?? found;
                lastRun?.see(finding);
                return finding;
              },
        ...(settings === undefined ? {} : { settings }),
        ...(trustedAccounts === undefined ? {} : { trustedAccounts }),
        ...(patterns.length === 0 ? {} : { regions: (region) => patterns.some((test) => test(region)) }),
      },
      // What a snapshot will hold stays in memory after it was judged.
      () => save === undefined,
    );
    return judging;
  };
  const { inventory, stopped, end } = await obtain(options, source, watch, async () => {
    const only = resourceFilter({ resources: filter.resources });
    const progress = progressFor(process.stderr, { quiet: options.quiet === true });
    return collectAccount(
      { ...options, region: setup.regions },
      plan,
      progress,
      only === undefined ? undefined : (r) => only(r, undefined),
      watch,
    );
  });
  let written = false;
  try {
    const judged = (judging ?? watch(inventory)).result();
    const changes = against === undefined ? undefined : compared?.changes(against.kind, judged, idsNow(setup.all));
    const told = changes === undefined ? judged : withChanges(judged, changes);
    const compliance = await complianceOf(told, setup, clock ?? Date.parse(inventory.header.startedAt));
    const checks = { selected: setup.selected, all: setup.all };
    const exposed = exposedIn(judged, reports, checks, filter);
    const advised = advisorIn(judged, reports, checks);
    const place = placeIn(reports);
    const run = place === undefined ? told.run : { ...told.run, organization: place };
    const result = {
      ...told,
      run,
      exposed,
      trustedAdvisor: advised,
      ...(compliance.length === 0 ? {} : { compliance }),
    };
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
        failOn: failOn.severity,
        failOnUnknown: failOn.unknown,
        ...(compared === undefined || changes === undefined
          ? {}
          : {
              compared: comparedFailures(failOn, compared, changes, clock ?? Date.parse(inventory.header.startedAt)),
              ...(comparing(asked).length === 0 ? {} : { accepting: `--fail-on ${asked.join(',')}` }),
            }),
        allowIncomplete: options.allowIncomplete === true || config.output?.allowIncomplete === true,
        ...(nothingMatched === undefined ? {} : { nothingMatched }),
      },
      stopped,
    );
    const attackPaths = unasked || judgesPaths(result) ? picture?.pictureOf(reports) : undefined;
    const shown = attackPaths === undefined ? result : { ...result, attackPaths };
    const said = changes === undefined ? undefined : changesText(changes);
    const since =
      lastRun?.since(judged, idsNow(setup.all)) ?? (unkept === undefined ? undefined : sinceUnknown(unkept));
    const than = against === undefined ? '' : `the ${against.kind} ${basename(against.file)}`;
    await write(shown, targets, formats, options, {
      exit,
      view,
      since: said === undefined ? since : `Since ${than}: ${said}`,
    });
    written = true;
    const unable = await lastRun?.keep(result);
    if (unable !== undefined && options.quiet !== true)
      say(`audit: the result is not kept for the next run: ${unable}`);
    // Node tells of a failed write in the next turn.
    await new Promise((resolve) => setImmediate(resolve));
    for (const line of oldFiles(targets, formats, save)) say(line);
    // Somebody at a terminal reads it in the table.
    const shownThere = process.stdout.isTTY && process.stderr.isTTY && targets.some(onScreen);
    // A report that could not be written is what is said then.
    if (!shownThere && failureOfStreams() === undefined)
      for (const line of gateLines(shown, exit, said === undefined ? undefined : `since ${than}: ${said}`)) say(line);
    else if (stopped !== undefined) say(`audit: ${stopped.message}`);
    if (stopped?.hint !== undefined) say(stopped.hint);
    return exit.code;
  } finally {
    end(written);
  }
}

type Talk = TalkOptions &
  Pick<ScanOptions, 'pager'> &
  Partial<Pick<ScanOptions, 'browser' | 'ocsfVersion' | 'csvBom' | 'markdownSize'>>;
type Formats = ReturnType<typeof formatsWith>;

/** Whether the run read the identities and judged who can become administrator: what the picture shows. */
const judgesPaths = ({ coverage }: AnyResult): boolean =>
  coverage.checks.some(({ check, judged }) => check === picturedCheck && judged > 0);

/** @throws AuditError `usage` when more than one source is named */
function sourceOf(options: ScanOptions): AnyResult['run']['source'] {
  const { from, demo } = options;
  const offline = demo === true ? '--demo' : from === undefined ? undefined : '--from';
  if (offline === undefined) return 'aws';
  const online = [
    'save',
    'resume',
    'profile',
    'roleArn',
    'externalId',
    'endpointUrl',
    'sdkClient',
    'maxRate',
    'timeout',
  ] as const;
  const conflicting = [...online, ...(offline === '--demo' ? (['from'] as const) : [])].find(
    (name) => options[name] !== undefined,
  );
  if (conflicting !== undefined)
    throw new AuditError('usage', `${offline} reads no AWS account, so --${nameOf(conflicting)} does not go with it`);
  return offline === '--demo' ? 'demo' : 'snapshot';
}

async function obtain(
  { from = '' }: ScanOptions,
  source: AnyResult['run']['source'],
  watch: Watch,
  collect: () => Promise<Collected>,
): Promise<Collected> {
  switch (source) {
    case 'demo': {
      const { demoInventory } = await import('./demo.ts');
      return { inventory: await demoInventory(), stopped: undefined, end() {} };
    }
    case 'snapshot':
      return { inventory: await readSnapshot(from, watch), stopped: undefined, end() {} };
    case 'aws':
      return collect();
  }
}

/** The clock that --now sets for the checks, in ms. @throws AuditError `usage` */
function clockOf({ now: given }: ScanOptions): number | undefined {
  if (given === undefined) return undefined;
  const now = Date.parse(given);
  if (Number.isNaN(now) || !isDay(given))
    throw new AuditError('usage', `--now: ${given} is not a date`, {
      hint: 'Write it as 2026-01-31 or 2026-01-31T12:00:00Z.',
    });
  return now;
}

/** What reports are told besides the result. */
type Said = Pick<ReportOptions, 'view' | 'since'> & { readonly exit: Exit };

const onScreen = ({ format, file }: Target): boolean => format === 'table' && file === undefined;

const statusOf: Readonly<Record<(typeof shownStatuses)[number], Status>> = {
  failed: 'fail',
  unknown: 'unknown',
  manual: 'manual',
  accepted: 'suppressed',
  passed: 'pass',
};

type ViewOptions = Pick<ScanOptions, 'details' | 'groupBy' | 'only' | 'top' | 'view'>;

/** What the table is to show besides the one screen; undefined where nothing is asked for. @throws AuditError `usage` */
export function viewOf({ details, groupBy, only, top, view: layout }: ViewOptions): View | undefined {
  if (layout !== undefined && (details === true || groupBy !== undefined || only.length > 0 || top !== undefined))
    throw new AuditError(
      'usage',
      '--view lays the table out by itself: --details, --group-by, --only and --top do not go with it',
    );
  if (details !== true && groupBy === undefined && only.length === 0 && top === undefined && layout === undefined)
    return undefined;
  return { details, groupBy, top, layout, ...(only.length === 0 ? {} : { only: only.map((word) => statusOf[word]) }) };
}

/** Reports of earlier runs that lie beside those of this one, a line each. @param save the snapshot that this run writes */
function oldFiles(targets: readonly Target[], formats: Formats, save: string | undefined): string[] {
  const written = new Set(targets.flatMap(({ file }) => file ?? []));
  const extensions = Object.values(formats).map(({ extension }) => extension);
  const beside = [...written].flatMap((file) =>
    extensions.map((extension) => `${file.slice(0, file.length - extname(file).length)}.${extension}`),
  );
  if (save !== undefined) written.add(resolve(save));
  const old = [...new Set(beside)].filter((file) => !written.has(file) && existsSync(file));
  return old.map((file) => `audit: ${file} is of an earlier run; this one did not write it`);
}

/** Writes the reports, each to its place. */
export async function write(
  result: AnyResult,
  targets: readonly Target[],
  formats: Formats,
  talk: Talk,
  said: Said,
): Promise<void> {
  // Side by side: one is put together while another waits for the disk.
  const written = await Promise.allSettled([
    ...targets.map((target) => writeOne(result, target, formats, talk, said)),
    ...(targets.some(({ format }) => format === 'github') ? [summariseStep(result, said)] : []),
  ]);
  targets.forEach(({ file }, i) => {
    if (file !== undefined && written[i]?.status === 'fulfilled' && talk.quiet !== true) say(`audit: wrote ${file}`);
  });
  for (const each of written) if (each.status === 'rejected') throw each.reason;
}

/** Within a GitHub workflow, annotations and the step's summary belong together. */
async function summariseStep(result: AnyResult, said: Said): Promise<void> {
  const file = process.env['GITHUB_STEP_SUMMARY'] ?? '';
  if (file === '') return;
  const [{ addToStepSummary }, reporter] = await Promise.all([import('./step-summary.ts'), ownFormats.markdown.load()]);
  await addToStepSummary(file, reporter.render(result, said));
}

/** `report.junit.xml`, `report.2.junit.xml`, `report.3.junit.xml`; where it ends otherwise, before what it ends with. */
function numbered(file: string, extension: string, number: number): string {
  if (number === 1) return file;
  const end = file.endsWith(`.${extension}`) ? `.${extension}` : extname(file);
  return `${file.slice(0, file.length - end.length)}.${number}${end}`;
}

async function writeOne(
  result: AnyResult,
  { format, file }: Target,
  formats: Formats,
  talk: Talk,
  said: Said,
): Promise<void> {
  const reporter = await formats[format]?.load();
  if (reporter === undefined) throw new TypeError(`${format} is no format`);
  const toTerminal = file === undefined && process.stdout.isTTY;
  const colour =
    talk.color === false || (process.env['NO_COLOR'] ?? '') !== ''
      ? false
      : talk.color === true || (toTerminal && process.env['TERM'] !== 'dumb');
  // A page is searched by whatever a check is called elsewhere.
  const elsewhere = isPage(format) ? (await import('../elsewhere/tools.ts')).namesElsewhere() : undefined;
  const width = toTerminal ? { width: process.stdout.columns } : {};
  const shown = {
    ...width,
    colour,
    elsewhere,
    ocsfVersion: talk.ocsfVersion,
    csvBom: talk.csvBom,
    markdownSize: talk.markdownSize,
    ...said,
  };
  if (reporter.bytes !== undefined && file !== undefined) return writeBytes(file, reporter.bytes(result, shown));
  if (reporter.files !== undefined && file !== undefined) {
    let number = 0;
    // One after the other: each is as large as its readers take.
    for (const part of reporter.files(result, shown)) {
      number += 1;
      // oxlint-disable-next-line no-await-in-loop
      await writeWhole(numbered(file, reporter.extension, number), part);
    }
    if (number > 1 && talk.quiet !== true)
      say(`audit: ${file} has ${number - 1} more beside it: no file is larger than what reads it takes`);
    return;
  }
  const chunks = reporter.render(result, shown);
  if (format === 'pdf' && file !== undefined) {
    const { findBrowser, printPdf } = await import('./pdf.ts');
    return printPdf(file, chunks, await findBrowser(talk.browser));
  }
  if (file !== undefined) return writeWhole(file, chunks);
  if (talk.pager === true && toTerminal && format === 'table') return (await import('./pager.ts')).page(chunks);
  return writeReport(chunks);
}
