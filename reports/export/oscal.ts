import type { RequirementStatus } from '../../src/engine/compliance.ts';
import type { Reporter } from '../../src/engine/reporter.ts';
import type { AnyResult } from '../../src/engine/result.ts';
import { accessText, placeText } from '../cover.ts';
import { requirementStatusNames } from '../requirements.ts';
import { toJson } from '../text.ts';
import { joined } from './joined.ts';
import type { Named } from './oscal-observations.ts';
import { items, observations, prop, risks } from './oscal-observations.ts';
import type { Target } from './oscal-targets.ts';
import { targetsOf } from './oscal-targets.ts';
import { countsOf, countsText, plain, remarksOf } from './statement.ts';
import { uuidOf } from './uuid.ts';

/**
 * Assessment results of OSCAL (https://pages.nist.gov/OSCAL/resources/concepts/layer/assessment/assessment-results/): an observation for
 * each finding, a finding for each requirement of the frameworks that were asked for, for each check where none was. OSCAL knows
 * only satisfied and not-satisfied: whatever is neither met nor failed is not satisfied, with the reason `other` and remarks. Every UUID follows
 * from what it names, so the same result gives the same bytes.
 */
export const oscal: Reporter = { name: 'oscal', extension: 'oscal.json', render: pieces };

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
