import type { Gap } from '../aws/outcome.ts';
import { describeGap, kindOfGap } from '../aws/outcome.ts';
import { compare } from '../inventory/inventory.ts';
import type { Check, Verdict } from './check.ts';
import type { CoverageGap } from './result.ts';

interface Entry {
  readonly gap: Omit<CoverageGap, 'resources' | 'checks'>;
  readonly arns: Set<string>;
  readonly checks: Set<string>;
}

/** Collects what could not be read, once per (type, region, facet, cause), with the checks it keeps from judging. */
export class GapLedger {
  readonly #entries = new Map<string, Entry>();

  add(
    check: Pick<Check, 'id'>,
    resourceType: string,
    region: string,
    facet: string,
    gap: Gap,
    arn: string | undefined,
  ): void {
    const actions = gap.kind === 'unsupported' ? [] : gap.actions;
    const deniedBy = gap.kind === 'denied' ? { deniedBy: gap.by } : {};
    this.#note(
      check,
      {
        resourceType,
        region,
        facet,
        kind: kindOfGap(gap),
        actions,
        cause: describeGap(gap),
        ...deniedBy,
        code: gap.code,
      },
      arn,
    );
  }

  /** A check that could not decide on what was read. */
  undecided(
    check: Check,
    region: string,
    { cause, actions = [] }: Extract<Verdict, { kind: 'unknown' }>,
    arn: string,
  ): void {
    const kind = actions.length === 0 ? 'failed' : 'denied';
    const { type } = check.resource;
    this.#note(check, { resourceType: type, region, facet: 'evaluation', kind, actions, cause }, arn);
  }

  #note(check: Pick<Check, 'id'>, gap: Entry['gap'], arn: string | undefined): void {
    const key = JSON.stringify([gap.resourceType, gap.region, gap.facet, gap.cause]);
    let entry = this.#entries.get(key);
    if (entry === undefined) this.#entries.set(key, (entry = { gap, arns: new Set(), checks: new Set() }));
    entry.checks.add(check.id);
    if (arn !== undefined) entry.arns.add(arn);
  }

  list(): CoverageGap[] {
    return [...this.#entries.entries()]
      .sort(([a], [b]) => compare(a, b))
      .map(([, { gap, arns, checks }]) => ({ ...gap, resources: arns.size, checks: [...checks].sort() }));
  }
}
