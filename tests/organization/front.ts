import type { Front } from '../../src/stand-in/front.ts';
import { fails, startFront } from '../../src/stand-in/front.ts';
import type { ErrorSpec } from '../../src/stand-in/errors.ts';

export const management = '111111111111';
/** Ids of so many members: 222222222201, 222222222202, … */
export const members = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `2222222222${String(at + 1).padStart(2, '0')}`);

const root = 'r-ab12';
const units = { workloads: 'ou-ab12-workload', prod: 'ou-ab12-prodprod' } as const;

export interface OrganizationOptions {
  readonly ids: readonly string[];
  /** States that are not ACTIVE, by account. */
  readonly states?: Readonly<Record<string, string>>;
  /** Answers of STS to who wants to assume a role of these accounts. */
  readonly refused?: Readonly<Record<string, ErrorSpec>>;
  /** Whether ListAccounts tells where accounts are, as newer endpoints do. */
  readonly paths?: boolean;
  /** How long assumed credentials last, in ms. */
  readonly lasting?: number;
}

export const notAuthorized = (account: string, more = ''): ErrorSpec => ({
  code: 'AccessDenied',
  status: 403,
  message: `User: arn:aws:iam::${management}:user/auditor is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::${account}:role/audit${more}`,
});

/** An organization over HTTP, of canned answers: each account has one region and two buckets, of which one fails. */
export async function startOrganization(options: OrganizationOptions): Promise<Front> {
  const { ids, states = {}, refused = {}, paths = false, lasting = 3_600_000 } = options;
  const front = await startFront({ defaultAccount: management });
  const organizations = (operation: string) => ({ service: 'organizations', operation, account: management });
  const listed = [management, ...ids];
  const parentOf = (id: string): string =>
    id === management ? root : Number(id.slice(-1)) % 2 === 0 ? units.prod : units.workloads;
  const pathOf = (id: string): string =>
    ({
      [root]: `o-abcdefghij/${root}/`,
      [units.workloads]: `o-abcdefghij/${root}/${units.workloads}/`,
      [units.prod]: `o-abcdefghij/${root}/${units.workloads}/${units.prod}/`,
    })[parentOf(id)] ?? '';
  const detailsOf = (id: string) => ({
    Id: id,
    Name: id === management ? 'management' : `member-${id.slice(-2)}`,
    State: states[id] ?? 'ACTIVE',
    ...(paths ? { Paths: [pathOf(id)] } : {}),
  });
  front.answer(
    { service: 'organizations', operation: 'DescribeOrganization' },
    {
      Organization: { Id: 'o-abcdefghij', FeatureSet: 'ALL', MasterAccountId: management },
    },
  );
  front.answer(organizations('ListRoots'), {
    Roots: [{ Id: root, Name: 'Root', PolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }] }],
  });
  front.answer(organizations('ListOrganizationalUnitsForParent'), ({ input }) => ({
    OrganizationalUnits:
      input['ParentId'] === root
        ? [{ Id: units.workloads, Name: 'Workloads' }]
        : input['ParentId'] === units.workloads
          ? [{ Id: units.prod, Name: 'Prod' }]
          : [],
  }));
  // Two pages: what is behind the token is as much of the organization.
  front.answer(organizations('ListAccounts'), ({ input }) =>
    input['NextToken'] === undefined
      ? { Accounts: listed.slice(0, 2).map(detailsOf), NextToken: 'more' }
      : { Accounts: listed.slice(2).map(detailsOf) },
  );
  front.answer(organizations('ListAccountsForParent'), ({ input }) => ({
    Accounts: listed.filter((id) => parentOf(id) === input['ParentId']).map(detailsOf),
  }));
  front.answer(organizations('ListPoliciesForTarget'), ({ input }) => ({
    Policies: [{ Id: input['TargetId'] === units.prod ? 'p-noroot00' : 'p-FullAWSAccess' }],
  }));
  front.answer(organizations('DescribePolicy'), ({ input }) => ({
    Policy: {
      PolicySummary: { Id: String(input['PolicyId']), Name: String(input['PolicyId']) },
      Content: JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }),
    },
  }));
  front.answer({ service: 'sts', operation: 'AssumeRole' }, ({ input }) => {
    const [, id = ''] = /::(\d{12}):role\//.exec(String(input['RoleArn'])) ?? [];
    const no = refused[id];
    if (no !== undefined) return fails(no);
    return {
      Credentials: {
        AccessKeyId: `ASIA${id}${Math.random().toString(36).slice(2, 6)}`,
        SecretAccessKey: 'secret-of-a-role',
        SessionToken: 'token-of-a-role',
        Expiration: new Date(Date.now() + lasting),
      },
      AssumedRoleUser: { AssumedRoleId: 'AROA:audit', Arn: `arn:aws:sts::${id}:assumed-role/audit/audit` },
    };
  });
  front.answer({ service: 'sts', operation: 'GetCallerIdentity' }, ({ account }) => ({
    Account: account,
    UserId: 'AIDAEXAMPLE',
    Arn:
      account === management
        ? `arn:aws:iam::${account}:user/auditor`
        : `arn:aws:sts::${account}:assumed-role/audit/audit`,
  }));
  front.answer(
    { service: 'ec2', operation: 'DescribeRegions' },
    {
      Regions: [{ RegionName: 'eu-west-1', OptInStatus: 'opt-in-not-required' }],
    },
  );
  front.answer({ service: 's3', operation: 'ListBuckets' }, ({ account }) => ({
    Buckets: ['kept', 'loose'].map((name) => ({
      Name: `${name}-${account}`,
      BucketRegion: 'eu-west-1',
      CreationDate: '2024-01-01T00:00:00Z',
    })),
  }));
  front.answer({ service: 's3', operation: 'GetBucketVersioning' }, ({ input }) =>
    String(input['Bucket']).startsWith('kept') ? { Status: 'Enabled', MFADelete: 'Enabled' } : {},
  );
  return front;
}
