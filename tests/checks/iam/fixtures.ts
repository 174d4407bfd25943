/** Subjects for tests of checks on users and their credentials. */
export const key = (slot: 1 | 2, given: object = {}) => ({
  slot,
  active: false,
  rotatedAt: undefined as string | undefined,
  usedAt: undefined as string | undefined,
  usedService: undefined as string | undefined,
  ...given,
});
export const row = {
  user: 'alice',
  arn: 'arn:aws:iam::111122223333:user/alice',
  createdAt: '2024-01-01T00:00:00+00:00' as string | undefined,
  passwordEnabled: false as boolean | undefined,
  passwordUsedAt: undefined as string | undefined,
  passwordChangedAt: undefined as string | undefined,
  mfaActive: false as boolean | undefined,
  keys: [key(1), key(2)],
};
export const userBase = {
  id: 'alice',
  uniqueId: 'AIDA1',
  path: '/',
  createdAt: '2024-01-01T00:00:00.000Z',
  attached: [] as { name: string; arn: string }[],
  inline: [] as { name: string; document: unknown }[],
  groups: [] as string[],
  boundary: undefined,
};

export const roleBase = {
  id: 'app',
  uniqueId: 'AROA1',
  path: '/',
  createdAt: '2024-01-01T00:00:00.000Z',
  attached: [] as { name: string; arn: string }[],
  inline: [] as { name: string; document: unknown }[],
  trust: {},
  boundary: undefined,
  instanceProfiles: [],
  lastUsedAt: undefined,
  lastUsedRegion: undefined,
};

export const groupBase = {
  id: 'admins',
  uniqueId: 'AGPA1',
  path: '/',
  createdAt: '2024-01-01T00:00:00.000Z',
  attached: [] as { name: string; arn: string }[],
  inline: [] as { name: string; document: unknown }[],
  members: [] as string[],
};

type Statement = Readonly<Record<string, unknown>>;

/** A policy document; statements allow on every resource unless they say otherwise. */
export const document = (...statements: readonly Statement[]): unknown => ({
  Version: '2012-10-17',
  Statement: statements.map((statement) => ({
    Effect: 'Allow',
    ...('Principal' in statement || 'NotResource' in statement ? {} : { Resource: '*' }),
    ...statement,
  })),
});

export const policyBase = {
  id: 'arn:aws:iam::111122223333:policy/deploy',
  name: 'deploy',
  arn: 'arn:aws:iam::111122223333:policy/deploy',
  path: '/',
  awsManaged: false,
  attachments: 1,
  boundaryOf: 0,
  defaultVersion: 'v1',
  document: undefined as unknown,
  otherVersions: [],
};

export const awsPolicyBase = {
  ...policyBase,
  id: 'arn:aws:iam::aws:policy/PowerUserAccess',
  name: 'PowerUserAccess',
  arn: 'arn:aws:iam::aws:policy/PowerUserAccess',
  awsManaged: true,
};

export const inlineBase = {
  id: 'role/app/deploy',
  policyName: 'deploy',
  ownerKind: 'role' as const,
  owner: 'app',
  ownerArn: 'arn:aws:iam::111122223333:role/app',
  document: undefined as unknown,
};
