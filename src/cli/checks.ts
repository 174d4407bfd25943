import { checks as builtIn } from '../../checks/index.ts';
import type { Check } from '../engine/check.ts';
import { scopeOf } from '../engine/check.ts';
import { referTo, requirementsOf } from '../engine/frameworks.ts';
import type { NotLive } from '../engine/not-live.ts';
import { selectChecks, unknownName } from '../engine/select.ts';
import { AuditError } from '../program/errors.ts';
import { actionsOfPlan, planFor } from '../inventory/plan.ts';
import { toJson } from '../text/escape.ts';
import { command, flag, format, source, word } from './door/options.ts';
import type { SelectOptions } from './options.ts';
import { configOptions, selectOptions } from './options.ts';
import { selectionOf, setUp } from './setup.ts';
import { columns, count } from './columns.ts';
import { tools } from '../elsewhere/names.ts';
import { describeCheck } from './describe-check.ts';
import { writeStdout } from './output.ts';

export default command({
  usage: 'checks [action] [id]',
  args: {
    action: word(['list', 'show', 'map'], 'list (default), show or map'),
    id: source("For show: the check; for map: a file of another tool's names, - is standard input"),
  },
  options: {
    ...selectOptions,
    ...configOptions,
    format: format('table', 'json'),
    notLive: flag('List the controls that no check stands for yet, and why'),
    from: word(tools, `For map: whose names they are: ${tools.join(', ')}`),
  },
  examples: [
    ['audit checks list --service s3 --severity critical', ''],
    ['audit checks show iam-root-mfa-enabled', 'what it looks at, why, and how to fix it'],
    ['audit checks map --from prowler checks.json', "which checks are another tool's"],
  ],

  async run({ action = 'list', id, format: as, from, ...options }) {
    if ((action === 'map') !== (from !== undefined))
      throw new AuditError('usage', action === 'map' ? 'checks map needs --from' : '--from goes with checks map', {
        hint: `Say whose names they are: ${tools.join(', ')}.`,
      });
    if (action === 'list' && id !== undefined)
      throw new AuditError('usage', `checks list takes no ${id}`, {
        hint: `Choose with options: \`audit checks list --service ${id}\`, or --check "${id}*".`,
      });
    if (options.notLive === true) {
      if (action !== 'list') throw new AuditError('usage', '--not-live goes with checks list');
      const rows = await notLiveOf(options);
      await writeStdout(as === 'json' ? [`${toJson(rows.map(notLiveEntry), 2)}\n`] : notLiveListing(rows));
      return 0;
    }
    const { all, selected } = await setUp(options);
    if (action === 'list') {
      await writeStdout(as === 'json' ? [`${toJson(selected.map(entryOf), 2)}\n`] : listing(selected));
      return 0;
    }
    if (from !== undefined) {
      if (id === undefined)
        throw new AuditError('usage', 'checks map needs a file', { hint: 'Names, one a line; - is standard input.' });
      const { mapped, mappedListing } = await import('./checks-map.ts');
      const ids = new Set(all.map((check) => check.id));
      const found = await mapped(from, id, (each) => ids.has(each));
      await writeStdout(as === 'json' ? [`${toJson(found, 2)}\n`] : mappedListing(found));
      return 0;
    }
    if (id === undefined)
      throw new AuditError('usage', 'checks show needs the id of a check', {
        hint: 'Run `audit checks list` to see them all.',
      });
    const check = all.find((c) => c.id === id || c.formerly.includes(id));
    if (check === undefined)
      throw unknownName(
        'check',
        id,
        all.map((c) => c.id),
        'Run `audit checks list` to see them all.',
      );
    // Of one check, what every framework says.
    referTo(await (await import('../compliance/load.ts')).allFrameworks());
    await writeStdout([
      as === 'json' ? `${toJson({ ...entryOf(check), ...textsOf(check) }, 2)}\n` : describeCheck(check),
    ]);
    return 0;
  },
});

/** A check as `checks list --format json` prints it; the field names are fixed. */
export function entryOf(check: Check): object {
  const { prowler = [], securityhub = [], cloudsploit = [], trustedadvisor = [] } = check.same;
  const requirements = requirementsOf(check.id);
  const cis = requirements.filter((r) => r.startsWith('cis_'));
  return {
    id: check.id,
    title: check.title,
    service: check.service,
    resourceType: check.resource.type,
    scope: scopeOf(check),
    category: check.category,
    severity: check.severity,
    actions: actionsOfPlan(planFor([check])),
    from: check.from ?? 'built-in',
    settings: check.settings,
    same: { prowler, securityhub, cloudsploit, trustedadvisor, cis },
    frameworks: requirements,
  };
}

const textsOf = ({ risk, fix, references }: Check): object => ({ risk, fix, references });

function* listing(checks: readonly Check[]): Generator<string> {
  // Where all come from the program, it need not be said.
  const brought = checks.some(({ from }) => from !== undefined);
  yield* columns(
    ['SEVERITY', 'CHECK', 'TITLE', ...(brought ? ['FROM'] : [])],
    checks.map(({ severity, id, title, from }) => [severity, id, title, ...(brought ? [from ?? 'built-in'] : [])]),
  );
  yield `\n${count(checks.length, 'check')}\n`;
}

/**
 * The controls of the catalogue without a check that the options choose.
 * @throws AuditError `usage` for a name that neither a check nor a control has
 */
async function notLiveOf(options: SelectOptions): Promise<NotLive[]> {
  const { notLive } = await import('../engine/not-live.ts');
  const rows = notLive();
  const selection = await selectionOf(options);
  referTo(selection.frameworks ?? []);
  // With the live ones a service that has all its checks is no unknown name.
  const ids = new Set(selectChecks([...builtIn, ...rows], selection).map(({ id }) => id));
  return rows.filter(({ id }) => ids.has(id));
}

/** A control without a check as `checks list --not-live --format json` prints it; the field names are fixed. */
const notLiveEntry = ({ id, service, tier, severity, category, reason }: NotLive): object => ({
  id,
  service,
  tier,
  severity,
  category,
  reason,
  frameworks: requirementsOf(id),
});

function* notLiveListing(rows: readonly NotLive[]): Generator<string> {
  yield* columns(
    ['TIER', 'SEVERITY', 'CONTROL', 'WHY'],
    rows.map(({ tier, severity, id, reason }) => [`${tier}`, severity, id, reason]),
  );
  yield `\n${count(rows.length, 'control')} without a check\n`;
}
