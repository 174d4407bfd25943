import type { RequirementStatus } from '../../src/engine/compliance.ts';
import type { Reporter } from '../../src/engine/reporter.ts';
import type { AnyResult } from '../../src/engine/result.ts';
import { accessText, placeText } from '../cover.ts';
import { requirementStatusNames } from '../requirements.ts';
import { toJson } from '../text.ts';
import type { CheckTally } from './by-check.ts';
import { talliesOf } from './by-check.ts';
import { joined } from './joined.ts';
import type { Statement } from './statement.ts';
import {
  acceptedText,
  countsOf,
  countsText,
  fullMessage,
  plain,
  remarksOf,
  statementsOf,
  verdictFor,
} from './statement.ts';
import { uuidOf } from './uuid.ts';

/**
 * Assessment results of OSCAL (https://pages.nist.gov/OSCAL/resources/concepts/layer/assessment/assessment-results/): an observation for
 * each finding, a finding for each requirement of the frameworks that were asked for, for each check where none was. OSCAL knows
 * only satisfied and not-satisfied: whatever is neither met nor failed is not satisfied, with the reason `other` and remarks. Every UUID follows
 * from what it names, so the same result gives the same bytes.
 */
export const oscal: Reporter = { name: 'oscal', extension: 'oscal.json', render: pieces };

const ns = 'https://www.npmjs.com/package/aws-posture-audit';

/** A name as OSCAL takes it for controls: PCI's `1.2.5` begins with a digit. */
const token = (text: string): string => {
  const safe = plain(text, 200).replaceAll(/[^\w.-]/g, '_');
  return /^[A-Za-z_]/.test(safe) ? safe : `_${safe}`;
};

const prop = (name: string, value: string) => ({ name, ns, value: plain(value, 1000).trim() || '-' });

/** What a control or check is, said in OSCAL's two words. */
interface Target {
  readonly id: string;
  readonly title: string;
  readonly status: RequirementStatus;
  readonly why: string;
  /** What it is of what a narrowed run selected. */
  readonly within?: string | undefined;
  /** Fingerprints of the findings that decided it. */
  readonly decided: readonly string[];
}

const states: Readonly<Record<RequirementStatus, readonly ['satisfied' | 'not-satisfied', 'pass' | 'fail' | 'other']>> =
  {
    met: ['satisfied', 'pass'],
    'met-with-accepted-risks': ['satisfied', 'other'],
    'not-met': ['not-satisfied', 'fail'],
    unknown: ['not-satisfied', 'other'],
    manual: ['not-satisfied', 'other'],
    'not-covered': ['not-satisfied', 'other'],
    'not-applicable': ['not-satisfied', 'other'],
  };

function* pieces(result: AnyResult): Generator<string> {
  const { run } = result;
  const of = (name: string): string => uuidOf(`${run.account}/${run.id}/${run.startedAt}/${name}`);
  const plan = of('plan');
  const targets = targetsOf(result);
  const metadata = {
    title: `audit of account ${plain(run.account)}`,
    'last-modified': run.finishedAt,
    version: run.version,
    'oscal-version': '1.1.3',
    props: [
      prop('caller', run.caller),
      prop('credentials', accessText(run)),
      prop('organization', placeText(run)),
      prop('partition', run.partition),
      prop('source', run.source),
      ...(run.bundle === undefined ? [] : [prop('program-sha256', run.bundle)]),
      ...(run.readBy === undefined ? [] : [prop('read-by-version', run.readBy)]),
    ],
  };
  const none = 'There is no assessment plan: the selected checks are what was assessed.';
  yield `{"assessment-results":{"uuid":${toJson(of('document'))},"metadata":${toJson(metadata)},\n`;
  yield `"import-ap":${toJson({ href: `#${plan}`, remarks: none })},\n"results":[{`;
  yield `"uuid":${toJson(of('result'))},"title":"What the checks found","description":${toJson(describe(result))},`;
  yield `"start":${toJson(run.startedAt)},"end":${toJson(run.finishedAt)},\n"props":${toJson(propsOf(result))},\n`;
  yield* listed('"local-definitions":{"inventory-items":[', items(result, of), ']},\n');
  yield `"reviewed-controls":${toJson(reviewed(targets))},\n`;
  yield* listed('"observations":[', observations(result, of), '],\n');
  yield* listed('"risks":[', risks(result, of), '],\n');
  yield* listed('"findings":[', findings(targets, of), '],\n');
  const remarks = [...remarksOf(result)].map(({ text }) => text);
  yield `"remarks":${toJson(remarks.length === 0 ? 'Everything was read.' : remarks.join('\n'))}}],\n`;
  yield `"back-matter":${toJson({ resources: [{ uuid: plan, title: 'No assessment plan', description: none }] })}}}\n`;
}

/** A list with what stands before and behind it, or nothing: OSCAL has no empty lists. */
function* listed(before: string, texts: Iterable<string>, behind: string): Generator<string> {
  let begun = false;
  for (const text of joined(texts)) {
    if (!begun) yield `${before}\n`;
    begun = true;
    yield text;
  }
  if (begun) yield `\n${behind}`;
}

const describe = (result: AnyResult): string =>
  `Findings: ${countsText(countsOf(result)) || 'none'}. ${result.run.complete ? 'Complete for its selection.' : 'Not complete: something could not be judged.'}`;

const propsOf = ({ run }: AnyResult) => [
  prop('complete', String(run.complete && !run.interrupted)),
  prop('run', run.id),
  ...(run.selection?.snapshot === undefined ? [] : [prop('snapshot-sha256', run.selection.snapshot)]),
];

const reviewed = (targets: readonly Target[]) => ({
  'control-selections': [
    targets.length === 0
      ? { description: 'Nothing was selected.' }
      : { 'include-controls': targets.map(({ id }) => ({ 'control-id': id })) },
  ],
});

type Named = (name: string) => string;

function* items(result: AnyResult, of: Named): Generator<string> {
  const seen = new Set<string>();
  for (const { resource, finding } of statementsOf(result)) {
    if (seen.has(finding.resource.arn)) continue;
    seen.add(finding.resource.arn);
    yield toJson({
      uuid: of(`item/${finding.resource.arn}`),
      description: `${resource.type} ${resource.name}`,
      props: [prop('arn', resource.arn), prop('type', resource.type), prop('region', finding.region)],
    });
  }
}

function* observations(result: AnyResult, of: Named): Generator<string> {
  for (const statement of statementsOf(result)) yield toJson(observation(statement, result, of));
}

function observation(statement: Statement, { run }: AnyResult, of: Named) {
  const { verdict, finding, severity, title, resource } = statement;
  const asked = finding.evidence.flatMap((each) => each.asked ?? []);
  const operations = [...new Set(asked.flatMap(({ requests }) => requests.map(({ operation }) => operation)))];
  const read = asked.map(({ to }) => to).sort();
  return {
    uuid: of(`observation/${finding.fingerprint}`),
    title,
    description: fullMessage(statement),
    props: [
      prop('verdict', verdict),
      prop('check', finding.check),
      prop('fingerprint', finding.fingerprint),
      prop('severity', severity),
    ],
    methods: [verdict === 'manual' ? 'EXAMINE' : 'TEST'],
    types: ['control-objective'],
    subjects: [
      {
        'subject-uuid': of(`item/${finding.resource.arn}`),
        type: 'inventory-item',
        title: plain(resource.arn, 500),
      },
    ],
    ...(operations.length === 0 ? {} : { 'relevant-evidence': [{ description: plain(operations.join(', ')) }] }),
    collected: read.at(-1) ?? run.startedAt,
    ...(statement.unknown === undefined
      ? {}
      : { remarks: `Missing: ${statement.unknown.actions.join(', ') || statement.unknown.cause}` }),
  };
}

/** Failures that somebody accepted. */
function* risks(result: AnyResult, of: Named): Generator<string> {
  for (const statement of statementsOf(result)) {
    const { verdict, finding, accepted, title, message } = statement;
    if (verdict !== 'accepted' || accepted === undefined) continue;
    yield toJson({
      uuid: of(`risk/${finding.fingerprint}`),
      title: plain(title, 250),
      description: message,
      statement: acceptedText(accepted),
      status: 'deviation-approved',
      props: [prop('fingerprint', finding.fingerprint), prop('owner', accepted.owner)],
      ...(accepted.until === undefined ? {} : { deadline: `${accepted.until}T23:59:59Z` }),
      'related-observations': [{ 'observation-uuid': of(`observation/${finding.fingerprint}`) }],
    });
  }
}

function* findings(targets: readonly Target[], of: Named): Generator<string> {
  for (const { id, title, status, why, within, decided } of targets) {
    const [state, reason] = states[status];
    yield toJson({
      uuid: of(`finding/${id}`),
      title,
      description: why,
      props: [prop('status', status), ...(within === undefined ? [] : [prop('within-selection', within)])],
      target: {
        type: 'objective-id',
        'target-id': id,
        status: { state, reason, remarks: `${requirementStatusNames[status]}: ${why}` },
        ...(status === 'not-applicable' ? { 'implementation-status': { state: 'not-applicable' } } : {}),
      },
      ...(decided.length === 0
        ? {}
        : {
            'related-observations': decided.map((print) => ({ 'observation-uuid': of(`observation/${print}`) })),
          }),
    });
  }
}

function targetsOf(result: AnyResult): readonly Target[] {
  const { compliance = [] } = result;
  if (compliance.length === 0) return checkTargets(result);
  const known = new Set<string>();
  // One by one: as a list the findings of a large account would all be in memory.
  for (const { fingerprint } of result.findings) known.add(fingerprint);
  return compliance.flatMap(({ framework, requirements }) =>
    requirements.map(({ id, title, status, why, withinSelection, moreFingerprints, fingerprints }) => ({
      id: token(`${framework.key}_${id}`),
      title: plain(`${framework.name} ${title}`, 250),
      status,
      why: plain(
        moreFingerprints === undefined
          ? why
          : `${why}; the observations of the first ${fingerprints.length} are named here, ${moreFingerprints} more decided it`,
      ),
      within:
        withinSelection === undefined
          ? undefined
          : `${requirementStatusNames[withinSelection.status]}: ${withinSelection.why}`,
      decided: fingerprints.filter((print) => known.has(print)),
    })),
  );
}

/** Without a framework each check is what was to be met. */
function checkTargets(result: AnyResult): readonly Target[] {
  const titles = new Map(result.checks.map(({ id, title }) => [id, title]));
  const decided = new Map<string, string[]>();
  for (const finding of result.findings) {
    if (verdictFor(finding) === 'passed') continue;
    const own = decided.get(finding.check);
    if (own === undefined) decided.set(finding.check, [finding.fingerprint]);
    else own.push(finding.fingerprint);
  }
  return [...talliesOf(result)].map(([check, tally]) => ({
    id: token(check),
    title: plain(titles.get(check) ?? check, 250),
    status: statusOf(tally),
    why: whyOf(tally),
    decided: decided.get(check) ?? [],
  }));
}

/** As requirements are decided, in the same order. */
function statusOf({ failed, unknown, manual, accepted, passed, notApplicable, empty }: CheckTally): RequirementStatus {
  if (failed > 0) return 'not-met';
  if (unknown > 0) return 'unknown';
  if (manual > 0) return 'manual';
  if (accepted > 0) return 'met-with-accepted-risks';
  if (passed > 0) return 'met';
  // What found nothing at all, and does not say that there is nothing, is not known.
  return notApplicable > 0 || empty ? 'not-applicable' : 'unknown';
}

const whyOf = (tally: CheckTally): string =>
  `${countsText(tally) || 'nothing was judged'}${tally.notApplicable === 0 ? '' : `, ${tally.notApplicable} not applicable`}`;
