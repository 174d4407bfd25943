import { parseArn } from '../../text/arn.ts';
import type { NamedPolicy } from '../layer.ts';
import { named } from '../layer.ts';
import { knownValue } from '../context.ts';
import type { KeyState } from '../types.ts';
import { blur, denialsOf, readPolicy, type ReadPolicy } from './documents.ts';
import { type Findings, examine, noFindings, type Surface } from './surface.ts';
import { gate } from './probe.ts';
import { namedResources, resourceNames } from './resources.ts';
import { isPublicPolicy } from './s3-public.ts';
import type {
  AccessGroup,
  AclGrant,
  ExposureInput,
  ExposureOptions,
  PublicAccessBlock,
  S3AccessPoint,
} from './types.ts';

type S3Input = Extract<ExposureInput, { kind: 's3' }>;

/** What an ACL permission on a bucket allows. https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html */
const aclActions: Readonly<Record<string, readonly string[]>> = {
  READ: ['s3:ListBucket', 's3:ListBucketVersions', 's3:ListBucketMultipartUploads'],
  WRITE: ['s3:PutObject'],
  READ_ACP: ['s3:GetBucketAcl'],
  WRITE_ACP: ['s3:PutBucketAcl'],
  FULL_CONTROL: [
    's3:ListBucket',
    's3:ListBucketVersions',
    's3:ListBucketMultipartUploads',
    's3:PutObject',
    's3:GetBucketAcl',
    's3:PutBucketAcl',
  ],
};
const groupNames: Readonly<Record<string, string>> = { AllUsers: 'everyone', AuthenticatedUsers: 'every AWS account' };

/** The ACL as policies that say the same, so that a Deny of the bucket policy holds against it as S3 has it. */
function aclPolicies(input: S3Input, arn: string, ignorePublic: boolean, findings: Findings): NamedPolicy[] {
  if (input.objectOwnership === 'BucketOwnerEnforced') {
    if ((input.acl ?? []).length > 0) findings.notes.add('ACLs are switched off (bucket owner enforced)');
    return [];
  }
  const found: NamedPolicy[] = [];
  const owner = input.owner ?? soleOwner(input.acl ?? []);
  for (const grant of input.acl ?? []) {
    const permission = (grant.Permission ?? '').toUpperCase();
    const actions = aclActions[permission];
    const group = grant.Grantee?.URI?.split('/').at(-1);
    if (actions === undefined) {
      findings.unknown.add(
        `the ACL grants ${permission === '' ? 'something' : permission}, which is not a known permission`,
      );
      continue;
    }
    const statement: Record<string, unknown> = { Effect: 'Allow', Action: actions, Resource: [arn, `${arn}/*`] };
    if (group === 'AllUsers' || group === 'AuthenticatedUsers') {
      if (ignorePublic) {
        findings.notes.add(
          `the public-access block ignores the ACL grant ${permission} to ${groupNames[group] ?? group}`,
        );
        continue;
      }
      statement['Principal'] = '*';
      // signed requests are the ones that carry an account
      if (group === 'AuthenticatedUsers') statement['Condition'] = { Null: { 'aws:PrincipalAccount': 'false' } };
    } else if (grant.Grantee?.ID !== undefined) {
      if (grant.Grantee.ID === owner) continue;
      statement['Principal'] = { CanonicalUser: grant.Grantee.ID };
    } else {
      // log delivery, and grants by e-mail address, which S3 turns into an id
      continue;
    }
    const who = group ?? grant.Grantee?.ID ?? '';
    found.push(
      ...named([
        { name: `ACL grant ${permission} to ${who}`, document: { Version: '2012-10-17', Statement: statement } },
      ]),
    );
  }
  return found;
}

/** Every bucket's ACL gives its owner full control; with nothing else to go by the only such grantee is the owner. */
function soleOwner(acl: readonly AclGrant[]): string | undefined {
  const full = new Set(acl.filter((grant) => grant.Permission === 'FULL_CONTROL').map((grant) => grant.Grantee?.ID));
  full.delete(undefined);
  return full.size === 1 ? [...full][0] : undefined;
}

/** Keys that say through which access point a request came. */
const through = (point: S3AccessPoint | undefined): ReadonlyMap<string, KeyState> => {
  const account = parseArn(point?.arn ?? '')?.[4];
  return new Map<string, KeyState>(
    point === undefined
      ? []
      : [
          ['s3:dataaccesspointarn', knownValue(point.arn)],
          ['s3:dataaccesspointaccount', account === undefined ? { is: 'unknown' } : knownValue(account)],
          ['s3:accesspointnetworkorigin', knownValue(point.networkOrigin ?? 'Internet')],
        ],
  );
};

function judgeBucket(
  input: S3Input,
  arn: string,
  own: string | undefined,
  options: ExposureOptions,
  block: PublicAccessBlock,
  findings: Findings,
  policy: ReadPolicy | undefined,
): void {
  const inside = (name: string): string => `${name}/`;
  let bucketPolicy = policy?.named;
  if (bucketPolicy !== undefined && block.RestrictPublicBuckets === true && isPublicPolicy(bucketPolicy.policy)) {
    // then only the owner's account and AWS services pass, named accounts of the same policy do not
    findings.notes.add('the bucket policy is public, and RestrictPublicBuckets cuts it down to the own account');
    bucketPolicy = denialsOf(bucketPolicy);
  }
  const policies = [
    ...(bucketPolicy === undefined ? [] : [bucketPolicy]),
    ...aclPolicies(input, arn, block.IgnorePublicAcls === true, findings),
  ];
  const surface: Surface = {
    kind: 's3',
    service: 's3',
    policies,
    names: (form) =>
      resourceNames(
        arn,
        form,
        inside,
        policies.flatMap((one) => one.policy.statements),
      ),
    anonymous: () => true,
  };
  examine(surface, own, options, findings);

  for (const point of input.accessPoints ?? []) {
    const pointPolicy = readPolicy(`policy of access point ${point.arn}`, point.policy, findings);
    if (pointPolicy === undefined) continue;
    const cut =
      (block.RestrictPublicBuckets === true || point.publicAccessBlock?.RestrictPublicBuckets === true) &&
      isPublicPolicy(pointPolicy.named.policy);
    if (cut)
      findings.notes.add(`the policy of access point ${point.arn} is public, and its public-access block cuts it down`);
    const own_ = cut ? denialsOf(pointPolicy.named) : pointPolicy.named;
    const objects = (name: string): string => `${name}/object/`;
    examine(
      {
        kind: 's3',
        service: 's3',
        policies: [own_],
        names: (form) => resourceNames(point.arn, form, objects, own_.policy.statements),
        behind: (name, form) => [
          gate(
            bucketPolicy === undefined ? [] : [bucketPolicy],
            form === 'self' ? arn : `${arn}/${name.slice(`${point.arn}/object/`.length)}`,
          ),
        ],
        anonymous: () => true,
        fixed: through(point),
        via: `access point ${point.arn}`,
        // an access point of a VPC answers nobody outside it
        ...(point.networkOrigin === 'VPC'
          ? { cap: (_, verdict) => (verdict === 'public' || verdict === 'any-account' ? 'conditional' : verdict) }
          : {}),
      },
      own,
      options,
      findings,
    );
    blur(findings, [pointPolicy]);
  }
}

const settings = (value: S3Input['publicAccessBlock']): PublicAccessBlock =>
  value === undefined || value === null || value === 'unknown' ? {} : value;

/** Both blocks together: S3 applies the stricter of the bucket's and the account's. */
function merge(one: PublicAccessBlock, other: PublicAccessBlock): PublicAccessBlock {
  return {
    IgnorePublicAcls: one.IgnorePublicAcls === true || other.IgnorePublicAcls === true,
    RestrictPublicBuckets: one.RestrictPublicBuckets === true || other.RestrictPublicBuckets === true,
  };
}

/** Judges a bucket: policy, ACL, access points, under the public-access blocks of bucket and account. */
export function judgeS3(input: S3Input, own: string | undefined, options: ExposureOptions): Findings {
  const block = merge(settings(input.publicAccessBlock), settings(input.accountPublicAccessBlock));
  const run = (applied: PublicAccessBlock): Findings => {
    const findings = noFindings();
    const policy = readPolicy('bucket policy', input.policy, findings);
    const arns =
      input.arn === undefined ? namedResources('arn:aws:s3:::x-unlisted', policy?.whole.statements ?? []) : [input.arn];
    for (const arn of arns) judgeBucket(input, arn, own, options, applied, findings, policy);
    blur(findings, [policy]);
    return findings;
  };
  const findings = run(block);
  const unread = [
    ...(input.publicAccessBlock === 'unknown' ? ['the public-access block of the bucket'] : []),
    ...(input.accountPublicAccessBlock === 'unknown' ? ['the public-access block of the account'] : []),
  ];
  if (unread.length === 0) return findings;
  const blocked = run({ IgnorePublicAcls: true, RestrictPublicBuckets: true });
  for (const group of ['read', 'write', 'administer'] as const satisfies AccessGroup[]) {
    if (findings.access[group] === blocked.access[group]) continue;
    findings.unknown.add(
      `${unread.join(' and ')} could not be read; with everything blocked ${group} would be ${blocked.access[group]}, without ${findings.access[group]}`,
    );
    findings.access[group] = 'unknown';
  }
  return findings;
}
