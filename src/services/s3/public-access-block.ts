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

/**
 * Reads the switches of a bucket, an account or an access point; one that nobody set is off
 * (https://docs.aws.amazon.com/AmazonS3/latest/API/API_PublicAccessBlockConfiguration.html). The service answers all four.
 */
export const publicAccessBlockOf = (
  given: { readonly [K in keyof PublicAccessBlockSwitches]?: boolean | undefined } | undefined,
): PublicAccessBlockSwitches => ({
  BlockPublicAcls: given?.BlockPublicAcls === true,
  IgnorePublicAcls: given?.IgnorePublicAcls === true,
  BlockPublicPolicy: given?.BlockPublicPolicy === true,
  RestrictPublicBuckets: given?.RestrictPublicBuckets === true,
});

/** The switches that are off; all of them where there is no block. */
export const switchesOff = (block: PublicAccessBlockSwitches | undefined): string[] =>
  publicAccessBlockSwitches.filter((name) => block?.[name] !== true);
