import type { ClassifiedBy, SubjectBase, UnreadReason, Verdict } from '../../engine/check.ts';
import { along, fail, pass, unknown, unknownWithout } from '../../engine/check.ts';
import type { None, Rest, Whole } from '../../engine/forms/form.ts';
import type { Example } from '../../engine/forms/judged.ts';
import { judged } from '../../engine/forms/judged.ts';
import type { AnyResourceType } from '../../inventory/resource.ts';
import { backupPlan } from '../../services/backup/plan.ts';
import type { Selection } from '../../services/backup/plan.ts';
import { choiceOf } from './coverage.ts';

/** What AWS Backup has in a region: what its plans choose, and for which types it is on. */
const backupAlong = {
  plans: along(backupPlan, { needs: ['selections'], reach: 'region', witness: true }),
  // By itself, so that a plan whose selection names the resource counts where the settings could not be read.
  settings: along(backupPlan, { needs: ['optIn'], reach: 'region', optional: true }),
};

interface Plan {
  readonly name: string;
  readonly selections: readonly Selection[];
}

interface Read {
  readonly plans: readonly Plan[];
  readonly settings: readonly { readonly optIn: Readonly<Record<string, boolean>> }[];
  readonly unread: UnreadReason | undefined;
}

interface Asked extends SubjectBase {
  /** False: the tags are not known, whatever stands there. */
  readonly tagsSaid?: boolean;
}

/** Whether a plan of the region backs up a resource. */
function judgeInPlan(
  label: string,
  subject: Asked,
  type: string | undefined,
  { plans, settings, unread }: Read,
): Verdict {
  const { arn, region } = subject;
  const candidate = {
    arn,
    type,
    // Tags that a facet reads are looked at where they matter.
    get tags() {
      return subject.tagsSaid === false ? undefined : subject.tags;
    },
  };
  let off: string | undefined;
  let unsure: Verdict | undefined;
  const all = plans.flatMap(({ name, selections }) => selections.map((selection) => ({ name, selection })));
  // First those that choose it whatever its tags are: then these need not be known.
  const named = all.filter(({ selection }) => choiceOf(selection, { arn, type, tags: undefined }).is === 'yes');
  for (const { name, selection } of [...named, ...all.filter((one) => !named.includes(one))]) {
    const choice = choiceOf(selection, candidate);
    const by = `the selection ${selection.name} of the backup plan ${name}`;
    if (choice.is === 'no') continue;
    if (choice.is === 'unknown') {
      unsure ??= unknown(`${by} chooses by tags, and AWS did not say which tags ${label} has`);
      continue;
    }
    const chosen = pass(`${label} is in a backup plan: ${by} chooses it`, { plan: name, selection: selection.name });
    if (choice.regardless) return chosen;
    const on =
      type === undefined ? undefined : settings.map(({ optIn }) => optIn[type]).find((one) => one !== undefined);
    if (on === true) return chosen;
    if (on === false)
      off ??= `${by} chooses it, but AWS Backup is turned off for ${type ?? ''} in ${region}; expected on`;
    else
      unsure ??=
        unread === undefined
          ? unknown(`${by} chooses ${label}, and AWS did not say whether AWS Backup is on for ${type ?? 'its type'}`)
          : unknownWithout(
              `${by} chooses ${label}, and whether AWS Backup is on for ${type ?? 'its type'} was not read: ${unread.cause}`,
              ['settings'],
            );
  }
  if (unsure !== undefined) return unsure;
  const seen = { plans: plans.map(({ name }) => name) };
  return off === undefined
    ? fail(`${label} is in no backup plan; expected one that chooses it`, seen)
    : fail(`${label} is not backed up: ${off}`, seen);
}

/** A check that a plan of AWS Backup backs up a resource. */
export const inBackupPlan = <R extends AnyResourceType, const I extends string>(
  resource: R,
  id: I,
  spec: ClassifiedBy<I> &
    Omit<Rest<R, never, None, None>, 'fix'> & {
      /** The resource's type as AWS Backup calls it: a key of `ResourceTypeOptInPreference`; undefined where it is not known. */
      readonly type: (subject: Whole<R>) => string | undefined;
      /** The resource type that examples are of. */
      readonly exampleType: string;
      /** What to do, besides tagging or naming it. */
      readonly how?: string;
    },
) => {
  const { type, exampleType, how, ...rest } = spec;
  return judged(resource, id, {
    ...(rest as unknown as Omit<Rest<R, never, None, None>, 'fix'>),
    fix: {
      text: `Give the resource a tag that a selection of a backup plan chooses, or add a selection that names its ARN, with a role that may back it up (AWSBackupDefaultServiceRole). The first backup is made at the next time of the plan's rules.${how === undefined ? '' : ` ${how}`}`,
    },
    // Where its list does not give them.
    needs: (resource.tagsFrom === 'tags' ? ['tags'] : []) as never[],
    along: backupAlong,
    judge: (subject, { along: { plans, settings }, unreadAlong }) =>
      judgeInPlan(resource.labelOf(subject as never), subject as unknown as Asked, type(subject as never), {
        plans,
        settings,
        unread: unreadAlong['settings'],
      }),
    examples: (base) => examplesOf(base as unknown as SubjectBase, exampleType),
  });
};

/** What holds for every type: see the table of the judgement for selections themselves. */
function examplesOf({ arn }: SubjectBase, type: string): readonly Example[] {
  const selection = (more: object): object => ({
    name: 'daily',
    resources: [],
    notResources: [],
    anyTag: [],
    conditions: [],
    ...more,
  });
  const plans = (optIn: object, ...selections: object[]): Readonly<Record<string, readonly object[]>> => ({
    plans: [{ id: 'p', name: 'nightly', selections }],
    settings: [{ id: 'p', name: 'nightly', optIn }],
  });
  const strict = ['Aurora', 'Neptune', 'DocumentDB'].includes(type);
  const [, partition = '', service = ''] = arn.split(':');
  const byTag = selection({ anyTag: [{ key: 'backup', value: 'daily' }] });
  const tagged = { tags: { backup: 'daily' }, tagsSaid: true };
  return [
    { when: 'there is no plan', along: { plans: [], settings: [] }, expect: 'fail' },
    { when: 'its ARN is named', along: plans({ [type]: true }, selection({ resources: [arn] })), expect: 'pass' },
    {
      when: 'its ARN is named, and the region has its type turned off',
      along: plans({ [type]: false }, selection({ resources: [arn] })),
      expect: strict ? 'fail' : 'pass',
    },
    {
      when: 'all of its service are named, and it is excluded',
      along: plans({ [type]: true }, selection({ resources: [`arn:${partition}:${service}:*`], notResources: [arn] })),
      expect: 'fail',
    },
    {
      when: 'a tag of it is named',
      given: tagged,
      along: plans({ [type]: true }, byTag),
      expect: 'pass',
    },
    {
      when: 'a tag of it is named, and the region has its type turned off',
      given: tagged,
      along: plans({ [type]: false }, byTag),
      expect: 'fail',
    },
    {
      when: 'a tag of it is named, and AWS does not say whether its type is on',
      given: tagged,
      along: plans({}, byTag),
      expect: 'unknown',
    },
    {
      when: 'a tag of it is named, and the settings were not read',
      given: tagged,
      along: { ...plans({}, byTag), settings: [] },
      unreadAlong: { settings: { actions: ['backup:DescribeRegionSettings'], cause: 'denied' } },
      expect: 'unknown',
    },
    {
      when: 'AWS does not say which tags it has',
      given: { tags: {}, tagsSaid: false },
      along: plans({ [type]: true }, byTag),
      expect: 'unknown',
    },
  ];
}
