import type { Listing } from './inventory.ts';

/** What another service's inventory of a region proves not to be there. */
export interface RegionProof {
  readonly region: string;
  /** Whose inventory it is, e.g. `AWS Resource Explorer`. */
  readonly by: string;
  /** When it was asked, ISO 8601. */
  readonly at: string;
  /** Keys of the types of which the region has none: their lists are not sent there. */
  readonly types: readonly string[];
  /** What was sent for it. */
  readonly request: {
    readonly operation: string;
    readonly region: string;
    readonly parameters: Readonly<Record<string, unknown>>;
  };
}

/** What was found where empty regions were to be proven. */
export interface RegionProofs {
  readonly proven: readonly RegionProof[];
  /** Regions in which everything is listed, and why. */
  readonly unproven: readonly { readonly region: string; readonly reason: string }[];
}

/** The listing of a type in a region that is proven to have none; undefined where it has to be listed. */
export function provenListing(
  proofs: RegionProofs | undefined,
  { key }: { readonly key: string },
  region: string,
): Listing | undefined {
  const proof = proofs?.proven.find((each) => each.region === region && each.types.includes(key));
  if (proof === undefined) return undefined;
  const { operation, region: asked, parameters } = proof.request;
  return {
    type: key,
    region,
    result: { kind: 'present', records: [] },
    asked: { list: { from: proof.at, to: proof.at, requests: [{ operation, regions: [asked], parameters }] } },
  };
}
