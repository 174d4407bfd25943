import { lacksPlan } from '../../partitions/region-features.ts';
import { fail, notApplicable, pass, unknown } from '../../engine/check.ts';
import type { Verdict } from '../../engine/check.ts';
import type { FacetsOf, ItemOf } from '../../inventory/resource.ts';
import type { detector } from '../../services/guardduty/detector.ts';

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
