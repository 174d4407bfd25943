import type { PublicAccessBlockSwitches } from '../services/s3/public-access-block.ts';
import { publicAccessBlockOf, publicAccessBlockSwitches } from '../services/s3/public-access-block.ts';
import { compile, isPublicPolicy } from '../iam/index.ts';
import type { Inventory, ResourceRecord } from '../inventory/inventory.ts';
import { rotationIsNone } from '../services/kms/key.ts';
import { NotJson, parseJson } from '../text/json.ts';

/** What a command makes of the resources of a type: each as it is afterwards, or nothing where it is gone. */
export interface Edit {
  readonly type: string;
  /** Where its listing is; undefined: everywhere. */
  readonly region?: string;
  readonly change: (record: ResourceRecord) => ResourceRecord | undefined;
  /** How many resources have to be changed by it; any number where left out. */
  readonly exactly?: number;
}

/** Why it cannot be said what a command makes of what was read. */
export class NoEffect extends Error {}

/** The options of a command, by their names. */
export type Given = Readonly<Record<string, string | undefined>>;
type Effect = (given: Given, region: string, inventory: Inventory) => readonly Edit[];

type Item = Record<string, unknown>;

const needed = (given: Given, name: string): string => {
  const value = given[name];
  if (value === undefined || value === '') throw new NoEffect(`--${name} is missing`);
  return value;
};

/** Takes texts and objects out of a list of an item. */
const without = (list: unknown, gone: (each: unknown) => boolean): unknown[] =>
  (Array.isArray(list) ? (list as unknown[]) : []).filter((each) => !gone(each));

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Item)[name] : undefined;

const ofItem = (
  type: string,
  is: (item: Item) => boolean,
  change: (item: Item) => Item | undefined,
  exactly?: number,
): Edit => ({
  type,
  ...(exactly === undefined ? {} : { exactly }),
  change(record) {
    const item = record.item as unknown as Item;
    if (!is(item)) return record;
    const changed = change(item);
    return changed === undefined ? undefined : { ...record, item: changed as unknown as ResourceRecord['item'] };
  },
});

/** Sets what a facet told. Where it was never read, nobody knows what else it would tell. */
const ofFacet = (
  type: string,
  is: (record: ResourceRecord) => boolean,
  facet: string,
  value: (before: unknown, record: ResourceRecord) => unknown,
  region?: string,
): Edit => ({
  type,
  exactly: 1,
  ...(region === undefined ? {} : { region }),
  change(record) {
    if (!is(record)) return record;
    const outcome = record.outcomes[facet];
    if (outcome === undefined || (outcome.kind !== 'present' && outcome.kind !== 'absent'))
      throw new NoEffect(`${facet} of ${record.arn} could not be read`);
    const made = value(outcome.kind === 'present' ? outcome.value : undefined, record);
    const after =
      made === gone ? { kind: 'absent' as const, code: 'Simulated' } : { kind: 'present' as const, value: made };
    return { ...record, outcomes: { ...record.outcomes, [facet]: after } };
  },
});

const gone = Symbol('absent');

const entities = { user: 'AWS::IAM::User', role: 'AWS::IAM::Role', group: 'AWS::IAM::Group' } as const;
type Entity = keyof typeof entities;

/** A managed policy hangs on somebody no more: what they have, how many have it, and who has the policies that checks ask for. */
const detach =
  (kind: Entity): Effect =>
  (given) => {
    const [name, arn] = [needed(given, `${kind}-name`), needed(given, 'policy-arn')];
    return [
      ofItem(
        `iam/${entities[kind]}`,
        ({ id, attached }) =>
          id === name && Array.isArray(attached) && attached.some((each) => field(each, 'arn') === arn),
        (item) => ({ ...item, attached: without(item['attached'], (each) => field(each, 'arn') === arn) }),
        1,
      ),
      ofItem(
        'iam/AWS::IAM::ManagedPolicy',
        ({ id, attachments }) => id === arn && typeof attachments === 'number',
        (item) => ({ ...item, attachments: Math.max(0, Number(item['attachments']) - 1) }),
      ),
      {
        type: 'iam/AWS::::Account',
        change(record) {
          const { holders } = record.outcomes;
          const policy = arn.split('/').at(-1) ?? '';
          if (holders?.kind !== 'present' || field(holders.value, policy) === undefined) return record;
          const own = field(holders.value, policy) as Item;
          const left = { ...own, [`${kind}s`]: without(own[`${kind}s`], (each) => each === name) };
          return {
            ...record,
            outcomes: {
              ...record.outcomes,
              holders: { kind: 'present', value: { ...(holders.value as Item), [policy]: left } },
            },
          };
        },
      },
    ];
  };

const deleteInline =
  (kind: Entity): Effect =>
  (given) => {
    const [name, policy] = [needed(given, `${kind}-name`), needed(given, 'policy-name')];
    return [
      ofItem(
        `iam/${entities[kind]}`,
        ({ id, inline }) =>
          id === name && Array.isArray(inline) && inline.some((each) => field(each, 'name') === policy),
        (item) => ({ ...item, inline: without(item['inline'], (each) => field(each, 'name') === policy) }),
        1,
      ),
      ofItem(
        'iam/AWS::IAM::Policy',
        ({ ownerKind, owner, policyName }) => ownerKind === kind && owner === name && policyName === policy,
        () => undefined,
      ),
    ];
  };

const leaveGroup: Effect = (given) => {
  const [group, user] = [needed(given, 'group-name'), needed(given, 'user-name')];
  return [
    ofItem(
      'iam/AWS::IAM::User',
      ({ id, groups }) => id === user && Array.isArray(groups) && groups.includes(group),
      (item) => ({ ...item, groups: without(item['groups'], (each) => each === group) }),
      1,
    ),
    ofItem(
      'iam/AWS::IAM::Group',
      ({ id }) => id === group,
      (item) => ({ ...item, members: without(item['members'], (each) => each === user) }),
    ),
  ];
};

/** `BlockPublicAcls=true,IgnorePublicAcls=false`, or JSON. */
function switchesIn(text: string): PublicAccessBlockSwitches {
  const parts = text.trimStart().startsWith('{')
    ? (jsonIn(text) as Item)
    : Object.fromEntries(text.split(',').map((part) => part.split('=', 2) as [string, string]));
  const unknown = Object.keys(parts).find((name) => !publicAccessBlockSwitches.some((each) => each === name));
  if (unknown !== undefined) throw new NoEffect(`${unknown} is no switch of a public-access block`);
  // AWS does not say whether a switch that a request leaves out stays as it was.
  const unsaid = publicAccessBlockSwitches.find((name) => !Object.hasOwn(parts, name));
  if (unsaid !== undefined) throw new NoEffect(`it does not say what becomes of ${unsaid}`);
  return publicAccessBlockOf(
    Object.fromEntries(Object.entries(parts).map(([name, value]) => [name, value === true || value === 'true'])),
  );
}

function jsonIn(text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof NotJson) throw new NoEffect(`${text.slice(0, 60)} is not JSON`);
    throw error;
  }
}

const isBucket = (given: Given): ((record: ResourceRecord) => boolean) => {
  const name = needed(given, 'bucket');
  return ({ item }) => item.id === name;
};

/** That S3 takes a public policy: no block of the bucket or its account refuses it. */
function assertTaken(bucket: ResourceRecord, inventory: Inventory): void {
  const accounts = inventory
    .listings({ key: 's3control/AWS::::Account' })
    .flatMap(({ result }) => (result.kind === 'present' ? result.records : []));
  if (accounts.length === 0) throw new NoEffect('whether the account refuses public policies was not read');
  for (const { arn, outcomes } of [bucket, ...accounts]) {
    const { publicAccessBlock: block } = outcomes;
    if (block?.kind !== 'present' && block?.kind !== 'absent')
      throw new NoEffect(`whether ${arn} refuses public policies was not read`);
    if (block.kind === 'present' && field(block.value, 'BlockPublicPolicy') === true)
      throw new NoEffect(`the policy stays public, and BlockPublicPolicy of ${arn} refuses it`);
  }
}

interface Rule {
  readonly direction: string;
  readonly protocol: string;
  readonly fromPort?: number;
  readonly toPort?: number;
  cidrs: readonly string[];
  ipv6Cidrs: readonly string[];
  prefixLists: readonly string[];
  groups: readonly string[];
}
const sources = ['cidrs', 'ipv6Cidrs', 'prefixLists', 'groups'] as const;

/** How EC2 calls the sources of a rule, by how they are kept. */
const listed = {
  cidrs: ['IpRanges', 'CidrIp'],
  ipv6Cidrs: ['Ipv6Ranges', 'CidrIpv6'],
  prefixLists: ['PrefixListIds', 'PrefixListId'],
  groups: ['UserIdGroupPairs', 'GroupId'],
} as const;

const revoke =
  (direction: 'ingress' | 'egress'): Effect =>
  (given, region) => {
    const id = needed(given, 'group-id');
    const permissions = jsonIn(needed(given, 'ip-permissions'));
    if (!Array.isArray(permissions) || permissions.length === 0) throw new NoEffect('--ip-permissions lists no rule');
    return [
      {
        region,
        ...ofItem(
          'ec2/AWS::EC2::SecurityGroup',
          (item) => item['id'] === id,
          (item) => {
            let rules = (item['rules'] ?? []) as readonly Rule[];
            for (const permission of permissions as unknown[])
              rules = revoked(rules, permission as Item, direction, id);
            return { ...item, rules };
          },
          1,
        ),
      },
    ];
  };

/**
 * EC2 revokes only what is there as it is said: otherwise it answers with an error, or in a default VPC with what it did not find.
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RevokeSecurityGroupIngress.html
 */
function revoked(rules: readonly Rule[], permission: Item, direction: string, id: string): readonly Rule[] {
  const same = (rule: Rule): boolean =>
    rule.direction === direction &&
    rule.protocol === permission['IpProtocol'] &&
    rule.fromPort === permission['FromPort'] &&
    rule.toPort === permission['ToPort'];
  const named = Object.fromEntries(
    sources.map((source) => {
      const [list, name] = listed[source];
      return [source, without(permission[list], () => false).map((each) => String(field(each, name)))];
    }),
  ) as Record<(typeof sources)[number], string[]>;
  let left = sources.flatMap((source) => named[source]).length;
  const after = rules.flatMap((rule) => {
    if (!same(rule)) return [rule];
    const rest = { ...rule };
    for (const source of sources) {
      rest[source] = rule[source].filter((each) => !named[source].includes(each));
      left -= rule[source].length - rest[source].length;
    }
    return sources.every((source) => rest[source].length === 0) ? [] : [rest];
  });
  if (left > 0) throw new NoEffect(`${id} has no such rule`);
  return after;
}

/** Rotation is on afterwards where it can be turned on. */
function rotationAfter(before: unknown, { outcomes }: ResourceRecord, period: string): object {
  const details = outcomes['details'];
  if (details?.kind !== 'present') throw new NoEffect('what kind of key it is could not be read');
  const facts = details.value as Parameters<typeof rotationIsNone>[0];
  const none = before === undefined ? 'it has no rotation of its own' : rotationIsNone(facts);
  if (none !== undefined) throw new NoEffect(`rotation cannot be turned on: ${none}`);
  if (facts.state !== 'Enabled') throw new NoEffect('rotation cannot be turned on: the key is not enabled');
  const days = Number(period);
  if (!Number.isInteger(days) || days < 90 || days > 2560)
    throw new NoEffect(`${period} days are no period of rotation`);
  return { enabled: true, periodInDays: days };
}

/**
 * Commands of which it is known what they make of everything that was read, by service and operation. Where AWS says it: in the API
 * reference of the operation, https://docs.aws.amazon.com/IAM/latest/APIReference/API_DetachUserPolicy.html and so on, unless noted.
 */
export const effects: Readonly<Record<string, Effect>> = {
  'iam detach-user-policy': detach('user'),
  'iam detach-role-policy': detach('role'),
  'iam detach-group-policy': detach('group'),
  'iam delete-user-policy': deleteInline('user'),
  'iam delete-role-policy': deleteInline('role'),
  'iam delete-group-policy': deleteInline('group'),
  'iam remove-user-from-group': leaveGroup,
  'iam update-assume-role-policy': (given) => [
    ofItem(
      'iam/AWS::IAM::Role',
      ({ id }) => id === needed(given, 'role-name'),
      (item) => ({ ...item, trust: jsonIn(needed(given, 'policy-document')) }),
      1,
    ),
  ],
  'iam delete-login-profile': (given) => [
    ofFacet(
      'iam/AWS::IAM::User',
      ({ item }) => item.id === needed(given, 'user-name'),
      'credentials',
      // Access keys stay as they are. When a password that is gone was used is asked of nobody who has none.
      // https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteLoginProfile.html
      (before) => {
        if (field(before, 'passwordEnabled') !== true) throw new NoEffect(`${given['user-name']} has no password`);
        const { passwordUsedAt: _used, passwordChangedAt: _changed, ...rest } = before as Item;
        return { ...rest, passwordEnabled: false };
      },
    ),
  ],
  // What is there stays: ACLs and policies are no longer followed where they are public.
  // https://docs.aws.amazon.com/AmazonS3/latest/API/API_control_PutPublicAccessBlock.html
  's3control put-public-access-block': (given) => [
    ofFacet(
      's3control/AWS::::Account',
      ({ item }) => item.id === needed(given, 'account-id'),
      'publicAccessBlock',
      () => switchesIn(needed(given, 'public-access-block-configuration')),
    ),
  ],
  's3api put-public-access-block': (given) => [
    ofFacet('s3/AWS::S3::Bucket', isBucket(given), 'publicAccessBlock', () =>
      switchesIn(needed(given, 'public-access-block-configuration')),
    ),
  ],
  // Refused where the policy is public and a block says so: https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html
  's3api put-bucket-policy': (given, _region, inventory) => [
    ofFacet('s3/AWS::S3::Bucket', isBucket(given), 'policy', (_before, record) => {
      const policy = needed(given, 'policy');
      jsonIn(policy);
      if (isPublicPolicy(compile(policy))) assertTaken(record, inventory);
      return policy;
    }),
  ],
  's3api delete-bucket-policy': (given) => [ofFacet('s3/AWS::S3::Bucket', isBucket(given), 'policy', () => gone)],
  'ec2 revoke-security-group-ingress': revoke('ingress'),
  'ec2 revoke-security-group-egress': revoke('egress'),
  // Of the region, from then on: volumes that are there stay as they are.
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnableEbsEncryptionByDefault.html
  'ec2 enable-ebs-encryption-by-default': (_given, region) => [
    ofFacet(
      'ec2/AWS::::Account',
      () => true,
      'ebsEncryptionByDefault',
      () => ({ enabled: true }),
      region,
    ),
  ],
  // The permissions of snapshots stay as they are; `block-all-sharing` keeps those private that are shared with everybody.
  // https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_EnableSnapshotBlockPublicAccess.html
  'ec2 enable-snapshot-block-public-access': (given, region) => [
    ofFacet(
      'ec2/AWS::::Account',
      () => true,
      'snapshotBlockPublicAccess',
      () => {
        const state = needed(given, 'state');
        if (state !== 'block-all-sharing' && state !== 'block-new-sharing')
          throw new NoEffect(`${state} is no state of the block`);
        return { state };
      },
      region,
    ),
  ],
  // 365 days where none are said; not of every key: https://docs.aws.amazon.com/kms/latest/APIReference/API_EnableKeyRotation.html
  'kms enable-key-rotation': (given, region) => [
    ofFacet(
      'kms/AWS::KMS::Key',
      ({ item, arn }) => [item.id, arn].includes(needed(given, 'key-id')),
      'rotation',
      (before, record) => rotationAfter(before, record, given['rotation-period-in-days'] ?? '365'),
      region,
    ),
  ],
};
