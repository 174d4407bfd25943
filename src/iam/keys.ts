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

const table: Readonly<Record<Exclude<KeyClass, 'token' | 'unknown'>, readonly string[]>> = {
  identity: [
    'aws:principalarn',
    'aws:principalaccount',
    'aws:principalorgid',
    'aws:principalorgpaths',
    'aws:principalisawsservice',
    'aws:principalservicename',
    'aws:principalservicenameslist',
    'aws:principaltype',
    'aws:userid',
    'aws:username',
    'aws:federatedprovider',
    'aws:tokenissuetime',
    'aws:multifactorauthpresent',
    'aws:multifactorauthage',
    'aws:sourceowner',
    'aws:assumedroot',
    'aws:calleriswithinnormaltimewindow',
    'aws:chatbotsourcearn',
    'aws:sourceidentity',
    'aws:sourceinstancearn',
    'ec2:sourceinstancearn',
    'ec2:roledelivery',
    'kms:calleraccount',
    'events:creatoraccount',
    's3:dataaccesspointaccount',
    's3:dataaccesspointarn',
    's3:accesspointnetworkorigin',
    's3:accessgrantsinstancearn',
    'sts:sourceidentity',
    'sts:rolesessionname',
    'glue:credentialissuingservice',
    'lambda:sourcefunctionarn',
  ],
  source: ['aws:sourcearn', 'aws:sourceaccount', 'aws:sourceorgid', 'aws:sourceorgpaths'],
  network: [
    'aws:sourceip',
    'aws:sourcevpc',
    'aws:sourcevpce',
    'aws:sourcevpcarn',
    'aws:vpcsourceip',
    'aws:vpceaccount',
    'aws:vpceorgid',
    'aws:vpceorgpaths',
    'aws:ec2instancesourcevpc',
    'aws:ec2instancesourceprivateipv4',
    'ec2:vpc',
    'elasticfilesystem:accessedviamounttarget',
  ],
  shared: ['sts:externalid', 'lambda:eventsourcetoken', 'kms:viaservice', 'sns:endpoint'],
  caller: [
    'aws:securetransport',
    'aws:tlsversion',
    'aws:useragent',
    'aws:referer',
    'aws:requestedregion',
    'aws:tagkeys',
    'aws:viaawsservice',
    'aws:calledvia',
    'aws:calledviafirst',
    'aws:calledvialast',
    'aws:calledviaawsmcp',
    'aws:viaawsmcpservice',
    'aws:ismcpserviceaction',
    'iam:passedtoservice',
    'iam:associatedresourcearn',
    'iam:policyarn',
    'iam:permissionsboundary',
    'iam:awsservicename',
    'iam:organizationspolicyid',
    'iam:fido-certification',
    's3:authtype',
    's3:signatureversion',
    's3:signatureage',
    's3:tlsversion',
    's3:prefix',
    's3:delimiter',
    's3:max-keys',
    's3:versionid',
    's3:locationconstraint',
    's3:requestobjecttagkeys',
    's3:object-lock-mode',
    's3:object-lock-legal-hold',
    's3:object-lock-retain-until-date',
    's3:object-lock-remaining-retention-days',
    's3:if-match',
    's3:if-none-match',
    's3:objectcreationoperation',
    'sns:protocol',
    'kms:grantisforawsresource',
    'kms:granteeprincipal',
    'kms:grantconstrainttype',
    'kms:grantoperations',
    'kms:retiringprincipal',
    'kms:encryptioncontextkeys',
    'kms:encryptionalgorithm',
    'kms:signingalgorithm',
    'kms:keyspec',
    'kms:datakeyspec',
    'kms:messagetype',
    'kms:bypasspolicylockoutsafetycheck',
    'kms:scheduledkeydeletionpendingwindowindays',
    'kms:requestalias',
    'kms:recipientattestation:imagesha384',
    'lambda:functionurlauthtype',
    'lambda:invokedviafunctionurl',
    'lambda:principal',
    'lambda:functionarn',
    'events:source',
    'events:detail-type',
    'secretsmanager:versionid',
    'secretsmanager:versionstage',
    'secretsmanager:recoverywindowindays',
    'secretsmanager:blockpublicpolicy',
    'secretsmanager:secretid',
    'elasticfilesystem:accesspointarn',
    'sts:transitivetagkeys',
    'sts:durationseconds',
  ],
  state: [
    's3:existingobjecttag',
    'secretsmanager:resource/allowrotationlambdaarn',
    'kms:keyorigin',
    'kms:keyusage',
    'kms:multiregion',
    'kms:multiregionkeytype',
    'kms:resourcealiases',
    'kms:customermasterkeyspec',
    'kms:customermasterkeyusage',
    'elasticfilesystem:encrypted',
  ],
  resource: ['aws:resourceaccount', 'aws:resourceorgid', 'aws:resourceorgpaths', 's3:resourceaccount'],
  time: ['aws:currenttime', 'aws:epochtime'],
};

const classes = new Map<string, KeyClass>();
for (const [kind, keys] of Object.entries(table)) for (const key of keys) classes.set(key, kind as KeyClass);

const prefixes: readonly (readonly [string, KeyClass])[] = [
  ['aws:principaltag/', 'identity'],
  ['aws:requesttag/', 'caller'],
  ['aws:resourcetag/', 'state'],
  ['kms:encryptioncontext:', 'caller'],
  ['kms:recipientattestation:', 'caller'],
  ['s3:existingobjecttag/', 'state'],
  ['s3:requestobjecttag/', 'caller'],
  ['s3:x-amz-', 'caller'],
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
