import { lacksPlan } from '../../partitions/region-features.ts';
import { fail, notApplicable, pass, unknown } from '../../engine/check.ts';
import type { ClassifiedBy, ExactFix, Verdict } from '../../engine/check.ts';
import type { None, Rest } from '../../engine/forms/form.ts';
import type { Example } from '../../engine/forms/judged.ts';
import { judged } from '../../engine/forms/judged.ts';
import type { FacetsOf, ItemOf } from '../../inventory/resource.ts';
import { detector } from '../../services/guardduty/detector.ts';
import { hcl } from '../../text/hcl.ts';
import { shell } from '../../text/shell.ts';

type Detail = FacetsOf<typeof detector>['detail'];
type DataSources = NonNullable<Detail>['dataSources'];

/** A protection plan of GuardDuty, as `GetDetector` names it. */
export interface ProtectionPlan {
  /** For the message, e.g. `S3 Protection`. */
  readonly label: string;
  /** Any of these features turns it on (https://docs.aws.amazon.com/guardduty/latest/ug/guardduty-feature-object-api-changes-march2023.html). */
  readonly features: readonly string[];
  /** What must be on within the feature, e.g. `EKS_ADDON_MANAGEMENT`. */
  readonly additional?: string;
  /** The older field that says the same, read where the answer lists no features. */
  readonly dataSource?: keyof DataSources;
}

/**
 * Whether a region's detector runs a protection plan. Without a detector, or with a suspended one, no plan runs. One that
 * `GetDetector` does not list may be off or not offered in the region: then AWS's documentation decides, or nothing does
 * (https://docs.aws.amazon.com/guardduty/latest/APIReference/API_GetDetector.html).
 */
export function judgeProtectionPlan(
  {
    name,
    region,
    detail,
  }: Pick<ItemOf<typeof detector>, 'name'> & { readonly region: string; readonly detail: Detail },
  plan: ProtectionPlan,
): Verdict {
  const found = (detail?.features ?? []).filter(
    ({ name: listed }) => listed !== undefined && plan.features.includes(listed),
  );
  if (found.length === 0 && plan.features.every((feature) => lacksPlan(region, feature)))
    return notApplicable(`GuardDuty does not offer ${plan.label} in ${region}`);
  if (detail === undefined) return fail(`${name} is off, so ${plan.label} is off too`);
  const { status, features, dataSources } = detail;
  if (status !== 'ENABLED') return fail(`${name} is suspended, so ${plan.label} does not run`, { status });
  if (features === undefined) return judgeDataSource(name, plan, dataSources);
  if (found.length === 0) {
    return unknown(
      `${name} does not list ${plan.features.join(' or ')}: whether ${plan.label} is not turned on or not offered in the region is not known`,
    );
  }
  const on = found.filter((feature) => feature.status === 'ENABLED');
  if (on.length === 0) return fail(`${name} has ${plan.label} turned off`, found);
  if (plan.additional === undefined) return pass(`${name} has ${plan.label} turned on`, on);
  const managed = on.some(({ additional }) =>
    additional.some((each) => each.name === plan.additional && each.status === 'ENABLED'),
  );
  return managed
    ? pass(`${name} has ${plan.label} turned on with its agent managed by GuardDuty`, on)
    : fail(`${name} has the agent for ${plan.label} not managed: ${plan.additional} is off`, on);
}

function judgeDataSource(name: string, { label, dataSource }: ProtectionPlan, dataSources: DataSources): Verdict {
  const status = dataSource === undefined ? undefined : dataSources[dataSource];
  if (status === undefined) return unknown(`GetDetector does not say which features ${name} has turned on`);
  return status === 'ENABLED'
    ? pass(`${name} has ${label} turned on`, { status })
    : fail(`${name} has ${label} turned off`, { status });
}

type Said = Rest<typeof detector, 'detail', None, None> & ProtectionPlan;

/** A check that a region's detector runs a protection plan. What turns it on follows from the plan and the detector. */
export const runsPlan = <const I extends string>(id: I, spec: ClassifiedBy<I> & Said) => {
  const { label, features, additional, dataSource, fix, ...rest }: Said = spec;
  const plan: ProtectionPlan = {
    label,
    features,
    ...(additional === undefined ? {} : { additional }),
    ...(dataSource === undefined ? {} : { dataSource }),
  };
  return judged(detector, id, {
    ...rest,
    needs: ['detail'],
    fix: { ...fix, exact: (subject) => turnOn(subject, plan) },
    judge: (subject) => judgeProtectionPlan(subject, plan),
    examples: (base) => planExamples(base.detail, plan),
  });
};

/** The feature that is on already, so that only its agent is to be managed, or else the plan's first: of two that exclude each other one. */
function turnOn(
  { detectorId, detail }: Pick<ItemOf<typeof detector>, 'detectorId'> & { readonly detail: Detail },
  { features, additional }: ProtectionPlan,
): ExactFix {
  const name =
    features.find((each) => detail?.features?.some((f) => f.name === each && f.status === 'ENABLED')) ?? features[0];
  const managed = additional === undefined ? '' : `,AdditionalConfiguration=[{Name=${additional},Status=ENABLED}]`;
  const feature = `Name=${name},Status=ENABLED${managed}`;
  const agent =
    additional === undefined
      ? ''
      : hcl`\n  additional_configuration {\n    name   = ${additional}\n    status = "ENABLED"\n  }`;
  const terraform = (id: string): string =>
    `resource "aws_guardduty_detector_feature" "this" {\n  detector_id = ${id}${hcl`\n  name        = ${name}\n  status      = "ENABLED"`}${agent}\n}`;
  if (detectorId === undefined)
    return {
      note: 'The region has no detector: the command creates one.',
      cli: shell`aws guardduty create-detector --enable --features ${feature}`,
      terraform: `resource "aws_guardduty_detector" "this" {\n  enable = true\n}\n${terraform('aws_guardduty_detector.this.id')}`,
    };
  const suspended = detail?.status === 'DISABLED';
  const enable = suspended ? ['--enable'] : [];
  return {
    ...(suspended ? { note: 'The detector is suspended: the command turns it on again, with all its plans.' } : {}),
    cli: shell`aws guardduty update-detector --detector-id ${detectorId} ${[...enable, '--features', feature]}`,
    terraform: terraform(hcl`${detectorId}`),
  };
}

/** What holds for every plan. */
function planExamples(was: Detail, { features, additional, dataSource }: ProtectionPlan): readonly Example[] {
  const [first = ''] = features;
  const feature = (name: string, status: string, agent = status): object => ({
    name,
    status,
    additional: additional === undefined ? [] : [{ name: additional, status: agent }],
  });
  const detail = (listed: readonly object[] | undefined, more: object = {}): object => ({
    detail: { ...was, status: 'ENABLED', features: listed, dataSources: {}, ...more },
  });
  const said = (status: string): object => ({ dataSources: dataSource === undefined ? {} : { [dataSource]: status } });
  return [
    ...features.map((name): Example => ({
      when: `${name} is on`,
      given: detail([feature(name, 'ENABLED')]),
      expect: 'pass',
    })),
    { when: 'it is off', given: detail([feature(first, 'DISABLED')]), expect: 'fail' },
    { when: 'the detector does not list it', given: detail([feature('FLOW_LOGS', 'ENABLED')]), expect: 'unknown' },
    { when: 'there is no detector', given: { id: 'none', detectorId: undefined, detail: undefined }, expect: 'fail' },
    {
      when: 'the detector is suspended',
      given: detail([feature(first, 'ENABLED')], { status: 'DISABLED' }),
      expect: 'fail',
    },
    { when: 'the answer says nothing of features', given: detail(undefined), expect: 'unknown' },
    ...(additional === undefined
      ? []
      : ([
          { when: 'its agent is not managed', given: detail([feature(first, 'ENABLED', 'DISABLED')]), expect: 'fail' },
          {
            when: 'nothing is said of its agent',
            given: detail([{ name: first, status: 'ENABLED', additional: [] }]),
            expect: 'fail',
          },
          {
            when: 'only the agent of something else is managed',
            given: detail([
              { name: first, status: 'ENABLED', additional: [{ name: 'RDS_DATA_RISK', status: 'ENABLED' }] },
            ]),
            expect: 'fail',
          },
        ] as const)),
    ...(dataSource === undefined
      ? []
      : ([
          { when: 'an older answer says that it is on', given: detail(undefined, said('ENABLED')), expect: 'pass' },
          { when: 'an older answer says that it is off', given: detail(undefined, said('DISABLED')), expect: 'fail' },
          {
            when: 'the feature contradicts the older answer',
            given: detail([feature(first, 'DISABLED')], said('ENABLED')),
            expect: 'fail',
          },
        ] as const)),
  ];
}
