import { crossReferences } from './cross-references.ts';

export interface Requirement {
  readonly id: string;
  /** As the source numbers it, where the id differs. */
  readonly number?: string | undefined;
  /** In our own words; left out where nobody wrote one. */
  readonly title?: string | undefined;
  /** Number and name of the part of the framework that it stands in. */
  readonly section?: string | undefined;
  /** Part of it can only be answered by a person. */
  readonly person?: boolean | undefined;
  /** The report of AWS Artifact that covers it: AWS is responsible. */
  readonly awsReport?: string | undefined;
  /** Ids of the checks that stand for it, live or not; none = no API is known that answers it. */
  readonly checks: readonly string[];
  /** Those of them that answer it whole, alone or together; left out, each answers a part. */
  readonly whole?: readonly string[] | undefined;
}

/** A compliance programme as data: requirement to checks. */
export interface Framework {
  readonly key: string;
  readonly name: string;
  readonly version: string | null;
  /** Who publishes it. */
  readonly source?: string | undefined;
  readonly edition?: string | undefined;
  /** What of it rests on memory or on somebody else's work. */
  readonly memory?: string | undefined;
  readonly requirements: readonly Requirement[];
}

let byCheck: ReadonlyMap<string, readonly string[]> = new Map();

/** Says which frameworks' requirements stand with checks, besides those of `cross-references.ts`: packs' and those of the run. */
export function referTo(frameworks: readonly Framework[]): void {
  const all = new Map<string, string[]>();
  for (const { key, requirements } of frameworks)
    for (const { id, checks } of requirements)
      for (const check of checks) {
        const names = all.get(check);
        if (names === undefined) all.set(check, [`${key}:${id}`]);
        else names.push(`${key}:${id}`);
      }
  byCheck = all;
}

/** The requirements a check answers, as `<framework>:<requirement>`, e.g. `cis_7.0:2.1.4`, of the frameworks that are referred to. */
export function requirementsOf(check: string): readonly string[] {
  const always = crossReferences[check]?.split(' ') ?? [];
  const others = byCheck.get(check) ?? [];
  return others.length === 0 ? always : [...new Set([...always, ...others])];
}
