import type { Placed } from '../../iam/across/assume.ts';
import type { Crossings } from '../../iam/across/types.ts';
import { type Ways, waysBetween } from '../../iam/across/ways.ts';
import type { ExportedJudgement } from '../export.ts';
import type { SealedManifest } from '../manifest.ts';

/** Checks that work out the ways inside an account, and with them those to others. */
const ofPaths = /^iam-.*-no-path-to-administrator$/;

/** Joins what each account says of ways from and to others. */
export class WaysFold {
  readonly #manifest: SealedManifest;
  readonly #crossings = new Map<string, Crossings>();

  #asked = false;

  constructor(manifest: SealedManifest) {
    this.#manifest = manifest;
  }

  add(account: string, { crossings, checks }: Pick<ExportedJudgement, 'crossings' | 'checks'>): void {
    this.#asked ||= Object.keys(checks).some((check) => ofPaths.test(check));
    if (crossings !== undefined) this.#crossings.set(account, crossings);
  }

  /** Undefined where no check of paths was selected. */
  ways(): Ways | undefined {
    if (this.#crossings.size === 0 && !this.#asked) return undefined;
    const { accounts, organization, managementAccount, plannedAt } = this.#manifest;
    const placed = accounts
      // Nobody acts in an account that is closed.
      .filter(({ skip }) => skip !== 'suspended' && skip !== 'closed')
      .map(({ id, ou }): Placed => ({
        id,
        path:
          organization === undefined || ou.length === 0
            ? undefined
            : `${[organization, ...ou.map((unit) => unit.id)].join('/')}/`,
        crossings: this.#crossings.get(id),
      }));
    return waysBetween(placed, { organization, managementAccount, now: new Date(plannedAt) });
  }
}
