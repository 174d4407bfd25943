/**
 * Whether an ARN is a name that exists once in the partition: it has no region of its own, as those of S3 buckets and of IAM.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
 */
export const isGlobalName = (arn: string): boolean => /^arn:[^:]*:[^:]*::/.test(arn);

/**
 * What a finding's fingerprint is the hash of: check id, account, region and resource ARN. For a global name the region is left out,
 * since it may be readable in one run and not in the next.
 */
export const identityOf = (check: string, account: string, region: string, arn: string): string =>
  formerIdentityOf(check, account, isGlobalName(arn) ? '' : region, arn);

/** The same as earlier versions had it: with the region, whatever the ARN. */
export const formerIdentityOf = (check: string, account: string, region: string, arn: string): string =>
  JSON.stringify([check, account, region, arn]);
