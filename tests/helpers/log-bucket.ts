/** A bucket with an ACL of its owner alone and everything else left out; tests add grants. */
export const privateBucket = {
  id: 'trail-logs',
  arn: 'arn:aws:s3:::trail-logs',
  createdAt: undefined,
  acl: {
    owner: 'owner',
    grants: [
      {
        Grantee: {
          Type: 'CanonicalUser' as 'CanonicalUser' | 'Group',
          URI: undefined as string | undefined,
          ID: 'owner' as string | undefined,
          EmailAddress: undefined,
        },
        Permission: 'FULL_CONTROL' as 'FULL_CONTROL' | 'READ',
      },
    ],
  },
  ownership: 'ObjectWriter' as const,
  policy: undefined as string | undefined,
  publicAccessBlock: undefined as ReturnType<typeof block> | undefined,
};

const block = (on: boolean) => ({
  BlockPublicAcls: on,
  IgnorePublicAcls: on,
  BlockPublicPolicy: on,
  RestrictPublicBuckets: on,
});

const policyFor = (principal: unknown, condition?: object): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: principal,
        Action: 's3:GetObject',
        Resource: 'arn:aws:s3:::trail-logs/*',
        ...(condition === undefined ? {} : { Condition: condition }),
      },
    ],
  });

const accounts = [{ id: '111122223333', publicAccessBlock: undefined as ReturnType<typeof block> | undefined }];
const blocked = [{ id: '111122223333', publicAccessBlock: block(true) }];
const everyoneAcl = {
  owner: 'owner',
  grants: [
    {
      Grantee: {
        Type: 'Group' as const,
        URI: 'http://acs.amazonaws.com/groups/global/AllUsers',
        ID: undefined,
        EmailAddress: undefined,
      },
      Permission: 'READ' as 'FULL_CONTROL' | 'READ',
    },
  ],
};
const having = (given: Partial<typeof privateBucket>, more: object = {}) => ({
  accounts,
  accessPoints: [],
  buckets: [{ ...privateBucket, ...given }],
  ...more,
});

/** The cases of every check on a bucket that something delivers to; the subject delivers to `trail-logs`. */
export const logBucketCases = [
  {
    when: 'only the owner reaches the bucket',
    along: having({}),
    expect: 'pass',
    message: /trail-logs, which is not public/,
  },
  {
    when: 'another account is named',
    along: having({ policy: policyFor({ AWS: 'arn:aws:iam::444455556666:root' }) }),
    expect: 'pass',
  },
  {
    when: 'only members of an organization are let in',
    along: having({ policy: policyFor('*', { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } }) }),
    expect: 'pass',
  },
  {
    when: 'the policy lets everyone read',
    along: having({ policy: policyFor('*') }),
    expect: 'fail',
    message: /open to everyone/,
  },
  {
    when: 'the ACL lets everyone list',
    along: having({ acl: everyoneAcl }),
    expect: 'fail',
    message: /open to everyone/,
  },
  {
    when: 'the bucket blocks public access',
    along: having({ acl: everyoneAcl, policy: policyFor('*'), publicAccessBlock: block(true) }),
    expect: 'pass',
  },
  {
    when: 'the account blocks public access',
    along: having({ policy: policyFor('*') }, { accounts: blocked }),
    expect: 'pass',
  },
  {
    when: 'the policy cannot be parsed',
    along: having({ policy: '{"Statement": [' }),
    expect: 'unknown',
    message: /could be public/,
  },
  {
    when: 'the bucket is not one of the account',
    along: having({ id: 'other' }),
    expect: 'unknown',
    message: /trail-logs/,
  },
] as const;
