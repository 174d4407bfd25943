import { keyClasses } from './data/key-classes.ts';

/**
 * What kind of thing a condition key tells, which decides who can bring about its value:
 * - `identity`: who the caller is; AWS sets it
 * - `source`: on whose behalf a service calls; AWS sets it
 * - `network`: where the request comes from
 * - `shared`: a value that both sides were told, or that only some way of calling has; an outsider may or may not have it
 * - `caller`: the caller writes it into the request
 * - `state`: a property of the resource at that moment
 * - `resource`: whose the resource is
 * - `time`: the clock
 * - `token`: a claim of a web identity or SAML token
 * - `unknown`: not known
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
export type KeyClass =
  | 'identity'
  | 'source'
  | 'network'
  | 'shared'
  | 'caller'
  | 'state'
  | 'resource'
  | 'time'
  | 'token'
  | 'unknown';

const classes = new Map<string, KeyClass>();
for (const [service, kinds] of Object.entries(keyClasses)) {
  for (const [kind, names] of Object.entries(kinds)) {
    // Object.entries widens the names of the classes to text
    for (const name of names) classes.set(`${service}:${name}`, kind as KeyClass);
  }
}

const prefixes: readonly (readonly [string, KeyClass])[] = [
  ['aws:principaltag/', 'identity'],
  ['aws:requesttag/', 'caller'],
  ['aws:resourcetag/', 'state'],
  ['kms:encryptioncontext:', 'caller'],
  ['kms:recipientattestation:', 'caller'],
  ['s3:existingobjecttag/', 'state'],
  ['s3:requestobjecttag/', 'caller'],
  ['s3:x-amz-', 'caller'],
  ['events:metadata/', 'caller'],
  ['events:systemmetadata/', 'caller'],
  ['vpc-lattice-svcs:requestheader/', 'caller'],
  ['vpc-lattice-svcs:requestquerystring/', 'caller'],
  ['saml:', 'token'],
  ['sts:requestcontext/', 'token'],
  ['accounts.google.com:', 'token'],
  ['graph.facebook.com:', 'token'],
  ['www.amazon.com:', 'token'],
  ['cognito-identity.amazonaws.com:', 'token'],
];

/** The class of a key in lower case. */
export function keyClass(key: string): KeyClass {
  const known = classes.get(key);
  if (known !== undefined) return known;
  for (const [prefix, kind] of prefixes) if (key.startsWith(prefix)) return kind;
  // every service repeats aws:ResourceTag under its own prefix (ec2:ResourceTag/…)
  if (/^[a-z0-9-]+:(resourcetag|[a-z]*tag)\//.test(key)) return 'state';
  // claims of an OIDC provider are named after its host: token.actions.githubusercontent.com:sub
  if (/^[a-z0-9-]+(\.[a-z0-9-]+)+(\/[^:]*)?:/.test(key)) return 'token';
  return 'unknown';
}

/** Keys that carry several values at once, which set operators (`ForAnyValue:`) are made for. */
export const isMultivalued = (key: string): boolean =>
  [
    'aws:principalorgpaths',
    'aws:resourceorgpaths',
    'aws:sourceorgpaths',
    'aws:vpceorgpaths',
    'aws:tagkeys',
    'aws:calledvia',
    'aws:principalservicenameslist',
    'kms:encryptioncontextkeys',
    'kms:resourcealiases',
    'kms:grantoperations',
    's3:requestobjecttagkeys',
  ].includes(key) || key.endsWith(':amr');

/** Keys whose values are names of services, which one partition may write otherwise than another. */
export const namesService = (key: string): boolean => key === 'iam:passedtoservice';
