/** For what a web ACL is: a CloudFront distribution, or something in a region. */
export type Scope = 'CLOUDFRONT' | 'REGIONAL';

/**
 * The scopes that a region's endpoint answers for. What is for CloudFront is us-east-1's alone; other partitions have no such
 * region, and their WAF none of that scope: https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-creating.html
 */
export const scopesOf = (region: string): readonly Scope[] =>
  region === 'us-east-1' ? ['REGIONAL', 'CLOUDFRONT'] : ['REGIONAL'];

/** How often a list is sent. */
export const perScope = 'per scope: what is in the region and, in us-east-1, what is for CloudFront';
