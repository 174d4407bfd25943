import { createHash } from 'node:crypto';
import type { Severity } from '../../src/engine/check.ts';
import type { Reporter } from '../../src/engine/reporter.ts';
import type { AnyResult, CheckInfo } from '../../src/engine/result.ts';
import { toJson } from '../text.ts';
import { talliesOf } from './by-check.ts';
import { joined } from './joined.ts';
import type { Statement } from './statement.ts';
import { acceptedText, checksById, fullMessage, plain, remarksOf, seconds, statementsOf } from './statement.ts';

/**
 * Heimdall's Data Format, as its reader understands it (npm `inspecjs`): a control for each check. Heimdall calls a control with an
 * error "Profile Error" whatever else failed, and one with passes "Passed" whatever was skipped. So what is unknown stands in its
 * check's control unless something failed there, and what is for a person, accepted, or not applicable in a control of its own:
 * none of them is hidden, and none hides in a pass.
 */
export const hdf: Reporter = { name: 'hdf', extension: 'hdf.json', render: pieces };

const impacts: Readonly<Record<Severity, number>> = {
  critical: 0.9,
  high: 0.7,
  medium: 0.5,
  low: 0.3,
  // Nothing of an impact of 0 is looked at: Heimdall calls it not applicable.
  informational: 0.1,
};

interface Control {
  readonly id: string;
  readonly check: string;
  readonly kind: 'judged' | 'unknown' | 'manual' | 'accepted' | 'not applicable';
  readonly results: string[];
  /** Who accepted it, for the first of them. */
  waiver?: string;
}

function* pieces(result: AnyResult): Generator<string> {
  const { run } = result;
  const checks = checksById(result);
  const controls = controlsOf(result);
  const sum = createHash('sha256').update(`${run.version}\n${[...checks.keys()].join('\n')}`);
  const notes = [...remarksOf(result)].filter(({ kind }) => kind !== 'not-applicable');
  const profile = {
    name: 'audit',
    version: run.version,
    sha256: sum.digest('hex'),
    title: `audit of account ${plain(run.account)}`,
    summary: notes.length === 0 ? 'Everything was read.' : notes.map(({ text }) => text).join('\n'),
    supports: [],
    attributes: [],
    groups: [],
    status: 'loaded',
  };
  const platform = { name: 'aws', release: run.partition, target_id: run.account };
  yield `{"platform":${toJson(platform)},"version":${toJson(run.version)},"statistics":${toJson({ duration: seconds(run) })},\n`;
  yield `"profiles":[{${toJson(profile).slice(1, -1)},"controls":[\n`;
  yield* joined(texts(controls, checks));
  yield '\n]}]}\n';
}

function controlsOf(result: AnyResult): Iterable<Control> {
  const tallies = talliesOf(result);
  const controls = new Map<string, Control>();
  const of = (check: string, kind: Control['kind']): Control => {
    const id = kind === 'judged' ? check : `${check}: ${kind}`;
    let control = controls.get(id);
    if (control === undefined) controls.set(id, (control = { id, check, kind, results: [] }));
    return control;
  };
  for (const statement of statementsOf(result)) {
    const { verdict, finding, accepted } = statement;
    const beside = verdict === 'unknown' && (tallies.get(finding.check)?.failed ?? 0) > 0;
    const kind = verdict === 'manual' || verdict === 'accepted' ? verdict : beside ? 'unknown' : 'judged';
    const control = of(finding.check, kind);
    control.results.push(toJson(resultOf(statement, result.run.startedAt)));
    if (verdict === 'accepted' && accepted !== undefined) control.waiver ??= acceptedText(accepted);
  }
  for (const [check, { notApplicable, empty }] of tallies) {
    if (notApplicable === 0 && !empty) continue;
    const text =
      notApplicable === 0 ? 'nothing of its type was listed' : `does not apply to ${notApplicable} of what was listed`;
    of(check, 'not applicable').results.push(
      toJson({ status: 'skipped', code_desc: text, skip_message: text, start_time: result.run.startedAt }),
    );
  }
  return controls.values();
}

function resultOf(statement: Statement, start: string) {
  const { verdict, finding, resource, message, accepted } = statement;
  const text = fullMessage(statement);
  const base = {
    code_desc: `${resource.arn} in ${finding.region}: ${message}`,
    resource: resource.type,
    resource_id: resource.arn,
    start_time: start,
  };
  switch (verdict) {
    case 'failed':
      return { ...base, status: 'failed', message: text };
    case 'unknown':
      return { ...base, status: 'error', message: text, exception: 'unknown' };
    case 'manual':
      return { ...base, status: 'skipped', skip_message: text };
    case 'accepted':
      return { ...base, status: 'skipped', skip_message: accepted === undefined ? text : acceptedText(accepted) };
    case 'passed':
      return { ...base, status: 'passed' };
  }
}

function* texts(controls: Iterable<Control>, checks: ReadonlyMap<string, CheckInfo>): Generator<string> {
  for (const control of controls) {
    const head = toJson(headOf(control, checks.get(control.check)));
    yield `${head.slice(0, -1)},"results":[${control.results.join(',')}]}`;
  }
}

function headOf({ id, check, kind, waiver, results }: Control, info: CheckInfo | undefined) {
  const severity = info?.severity ?? 'medium';
  const frameworks = info?.frameworks ?? [];
  return {
    id: plain(id, 300),
    title: plain(info?.title ?? check, 250),
    desc: plain(info?.risk ?? ''),
    descriptions: info === undefined ? [] : [{ label: 'fix', data: plain(info.fix.text) }],
    impact: kind === 'not applicable' ? 0 : impacts[severity],
    refs: (info?.references ?? []).map((url) => ({ url })),
    tags: { severity, nist: nistOf(frameworks), frameworks, check, kind },
    code: '',
    source_location: {},
    ...(kind !== 'accepted' || waiver === undefined
      ? {}
      : {
          waiver_data: {
            justification: waiver,
            run: false,
            skipped_due_to_waiver: true,
            message: `${results.length} accepted`,
          },
        }),
  };
}

/** Controls of NIST SP 800-53 as Heimdall orders by them: `ac_2_1` is `AC-2 (1)`. */
function nistOf(frameworks: readonly string[]): readonly string[] {
  const found = frameworks.flatMap((each) => {
    const [, family = '', number = '', more] = /^nist_800_53_revision_5:([a-z]{2})_(\d+)(?:_(\d+))?/.exec(each) ?? [];
    return family === '' ? [] : [`${family.toUpperCase()}-${number}${more === undefined ? '' : ` (${more})`}`];
  });
  return found.length === 0 ? ['unmapped'] : [...new Set(found), 'Rev_5'];
}
