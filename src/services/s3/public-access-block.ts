/** The four switches, each on or off. */
export interface PublicAccessBlockSwitches {
  readonly BlockPublicAcls: boolean;
  readonly IgnorePublicAcls: boolean;
  readonly BlockPublicPolicy: boolean;
  readonly RestrictPublicBuckets: boolean;
}

export const publicAccessBlockSwitches = [
  'BlockPublicAcls',
  'IgnorePublicAcls',
  'BlockPublicPolicy',
  'RestrictPublicBuckets',
] as const;

/** Reads the switches of a bucket, an account or an access point; one the service does not name is off. */
export const publicAccessBlockOf = (
  given: { readonly [K in keyof PublicAccessBlockSwitches]?: boolean | undefined } | undefined,
): PublicAccessBlockSwitches => ({
  BlockPublicAcls: given?.BlockPublicAcls ?? false,
  IgnorePublicAcls: given?.IgnorePublicAcls ?? false,
  BlockPublicPolicy: given?.BlockPublicPolicy ?? false,
  RestrictPublicBuckets: given?.RestrictPublicBuckets ?? false,
});

/** The switches that are off; all of them where there is no block. */
export const switchesOff = (block: PublicAccessBlockSwitches | undefined): string[] =>
  publicAccessBlockSwitches.filter((name) => block?.[name] !== true);
