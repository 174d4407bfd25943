import type { UnreadReason, Verdict } from '../../engine/check.ts';
import { along, notApplicable, unknown, unknownWithout } from '../../engine/check.ts';
import { derive } from '../../engine/derive.ts';
import { controlTower } from '../../services/controltower/region.ts';
import { notInOne, standing } from './standing.ts';

/** A baseline on a unit or an account. */
export interface EnabledBaseline {
  readonly name: string | undefined;
  readonly target: string | undefined;
  readonly status: string | undefined;
}
interface EnabledControl {
  readonly control: string | undefined;
  readonly target: string | undefined;
  readonly status: string | undefined;
}

/** What Control Tower governs, as the management account sees it. */
export type Governance =
  /** Not judged here, or not known; the verdict says why. */
  | { readonly kind: 'elsewhere'; readonly verdict: Verdict }
  | { readonly kind: 'none' }
  /** It is trusted, but no region that was read tells of anything: it may lie in another one. */
  | { readonly kind: 'unclear'; readonly unreadRegions: readonly string[] }
  | {
      readonly kind: 'governed';
      readonly region: string;
      readonly baselines: readonly EnabledBaseline[];
      readonly controls: readonly EnabledControl[];
    };

/**
 * Whether and what Control Tower governs. The landing zone itself is not asked for (see the service's definition): that the
 * organisation trusts Control Tower, and that a region keeps baselines or controls, tells of it.
 */
export const governance = derive(
  'what Control Tower governs',
  { standing, controlTowers: along(controlTower, { needs: ['trusted', 'baselines', 'controls'], optional: true }) },
  ({ standing: found, controlTowers }, { unreadAlong, unreadRegions }): Governance => {
    const outside = notInOne(found);
    if (outside !== undefined) return { kind: 'elsewhere', verdict: outside };
    if (found.kind !== 'management')
      return {
        kind: 'elsewhere',
        verdict: notApplicable(
          `Control Tower: judged in account ${found.kind === 'member' ? (found.managementAccount ?? 'that manages the organization') : '?'}`,
        ),
      };
    const home = controlTowers.find(({ baselines = [], controls = [] }) => baselines.length > 0 || controls.length > 0);
    if (home !== undefined)
      return {
        kind: 'governed',
        region: home.region,
        baselines: home.baselines ?? [],
        controls: home.controls ?? [],
      };
    const unread = unreadAlong['controlTowers'];
    if (unread !== undefined) return { kind: 'elsewhere', verdict: notRead(unread) };
    return controlTowers.some(({ trusted }) => trusted === true)
      ? { kind: 'unclear', unreadRegions }
      : { kind: 'none' };
  },
);

const notRead = ({ cause }: UnreadReason): Verdict =>
  unknownWithout(`what Control Tower governs is not known: ${cause}`, ['controlTowers']);

/** The verdict where nothing of units or accounts can be judged; undefined where Control Tower governs something. */
export function ungoverned(found: Governance): Verdict | undefined {
  switch (found.kind) {
    case 'elsewhere':
      return found.verdict;
    case 'none':
      return notApplicable('the organization does not use Control Tower');
    case 'unclear':
      return unclear(found);
    case 'governed':
      return undefined;
  }
}

export const unclear = ({ unreadRegions }: { readonly unreadRegions: readonly string[] }): Verdict =>
  unknown(
    `the organization trusts Control Tower, but no region that was read keeps anything of it${unreadRegions.length === 0 ? '' : `; not read: ${unreadRegions.join(', ')}`}`,
  );

/** The baseline that enrolls accounts: https://docs.aws.amazon.com/controltower/latest/userguide/types-of-baselines.html */
export const enrolling = 'AWSControlTowerBaseline';
/** Baselines of the accounts that a landing zone makes for itself, which are not enrolled by the other one. */
const ofLandingZone = new Set<string | undefined>(['AuditBaseline', 'LogArchiveBaseline']);

/** The last part of a target's ARN: the id of a unit or an account. */
const idOf = (target: string | undefined): string | undefined => target?.slice(target.lastIndexOf('/') + 1);

/** The baselines on a target. */
export const baselinesOn = (
  id: string,
  { baselines }: { readonly baselines: readonly EnabledBaseline[] },
): readonly EnabledBaseline[] => baselines.filter(({ target }) => idOf(target) === id);

/** Whether a landing zone made the account for itself: for the logs, or for audits. */
export const isShared = (id: string, governed: { readonly baselines: readonly EnabledBaseline[] }): boolean =>
  baselinesOn(id, governed).some(({ name }) => ofLandingZone.has(name));

/** The controls on a target that are in force. */
export const controlsOn = (
  id: string,
  { controls }: { readonly controls: readonly EnabledControl[] },
): readonly EnabledControl[] => controls.filter(({ target, status }) => idOf(target) === id && status === 'SUCCEEDED');
