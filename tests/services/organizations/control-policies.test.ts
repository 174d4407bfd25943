import { describe, expect, it } from 'vitest';
import type { ControlPolicies } from '../../../src/services/organizations/control-policies.ts';
import { organization } from '../../../src/services/organizations/organization.ts';
import { awsError, collectType } from '../../helpers/resource-suite.ts';
import type { Answers } from '../../helpers/resource-suite.ts';

const account = '111122223333';
const member = { Id: 'o-abcdefghij', FeatureSet: 'ALL', MasterAccountId: '999900001111' };
const enabled = ['SERVICE_CONTROL_POLICY', 'RESOURCE_CONTROL_POLICY'].map((Type) => ({ Type, Status: 'ENABLED' }));
const full = '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}';
const deny = '{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"iam:*","Resource":"*"}]}';

const documents: Readonly<Record<string, readonly [name: string, content: string]>> = {
  'p-FullAWSAccess': ['FullAWSAccess', full],
  'p-RCPFullAWSAccess': ['RCPFullAWSAccess', full],
  'p-deny0000': ['DenyIam', deny],
};
const parents: Readonly<Record<string, string>> = {
  [account]: 'ou-ab12-inner000',
  'ou-ab12-inner000': 'ou-ab12-outer000',
  'ou-ab12-outer000': 'r-ab12',
};
interface Asked {
  readonly ChildId: string;
  readonly TargetId: string;
  readonly Filter: string;
  readonly PolicyId: string;
  readonly NextToken?: string;
}

/** A member two units below the root; the inner unit and the account have one policy more. Lists come in two pages. */
const answers: Answers = {
  DescribeOrganization: { Organization: member },
  ListRoots: ({ NextToken }: Asked) =>
    NextToken === undefined
      ? { Roots: [], NextToken: 'more' }
      : { Roots: [{ Id: 'r-ab12', Arn: 'arn', Name: 'Root', PolicyTypes: enabled }] },
  ListParents: ({ ChildId, NextToken }: Asked) =>
    NextToken === undefined
      ? { Parents: [], NextToken: 'more' }
      : { Parents: [{ Id: parents[ChildId], Type: 'ORGANIZATIONAL_UNIT' }] },
  ListPoliciesForTarget: ({ TargetId, Filter, NextToken }: Asked) => {
    const own = Filter === 'SERVICE_CONTROL_POLICY' ? 'p-FullAWSAccess' : 'p-RCPFullAWSAccess';
    const more = Filter === 'SERVICE_CONTROL_POLICY' && ['ou-ab12-inner000', account].includes(TargetId);
    if (NextToken !== undefined) return { Policies: [{ Id: 'p-deny0000', Name: 'DenyIam' }] };
    return { Policies: [{ Id: own, AwsManaged: true }], ...(more ? { NextToken: 'more' } : {}) };
  },
  DescribePolicy: ({ PolicyId }: Asked) => {
    const [Name, Content] = documents[PolicyId] ?? [];
    return { Policy: { PolicySummary: { Id: PolicyId, Name }, Content } };
  },
};

const both = ['serviceControls', 'resourceControls'] as const;
const denied = awsError('AccessDeniedException', "You don't have permissions to access this resource.");
const read = async (given: Answers = {}, partition?: string) => {
  const { records, sent } = await collectType(
    organization,
    both,
    { ...answers, ...given },
    partition === undefined ? {} : { partition },
  );
  const outcomes = records[0]?.outcomes ?? {};
  return { scps: outcomes['serviceControls'], rcps: outcomes['resourceControls'], sent };
};
const asked = (sent: readonly { operation: string }[]): string[] => [
  ...new Set(sent.map(({ operation }) => operation)),
];

describe('policies of the organisation above the account', () => {
  it('are read on each level, root first and the account last, over all pages', async () => {
    const { scps, rcps } = await read();
    expect(scps?.kind).toBe('present');
    const levels = (scps as { value: Extract<ControlPolicies, { levels: unknown }> }).value.levels;
    expect(levels.map(({ target, policies }) => [target, policies.map(({ name }) => name)])).toEqual([
      ['r-ab12', ['FullAWSAccess']],
      ['ou-ab12-outer000', ['FullAWSAccess']],
      ['ou-ab12-inner000', ['FullAWSAccess', 'DenyIam']],
      [account, ['FullAWSAccess', 'DenyIam']],
    ]);
    expect(levels[3]?.policies[1]).toEqual({ id: 'p-deny0000', name: 'DenyIam', document: deny });
    expect(rcps).toMatchObject({
      kind: 'present',
      value: { levels: [{ target: 'r-ab12' }, {}, {}, { target: account }] },
    });
  });

  it('are asked for once each, whoever needs them', async () => {
    const requests: string[] = [];
    const noted = Object.entries(answers).map(([operation, answer]) => [
      operation,
      (input: Asked): unknown => {
        requests.push(`${operation} ${JSON.stringify(input)}`);
        return typeof answer === 'function' ? (answer as (input: Asked) => unknown)(input) : answer;
      },
    ]);
    await read(Object.fromEntries(noted) as Answers);
    expect(requests).toEqual([...new Set(requests)]);
    expect(requests.filter((one) => one.startsWith('DescribePolicy')).sort()).toEqual([
      'DescribePolicy {"PolicyId":"p-FullAWSAccess"}',
      'DescribePolicy {"PolicyId":"p-RCPFullAWSAccess"}',
      'DescribePolicy {"PolicyId":"p-deny0000"}',
    ]);
  });

  it.each([
    ['the account is in no organization', { DescribeOrganization: awsError('AWSOrganizationsNotInUseException') }],
    [
      'they do not bind the management account',
      { DescribeOrganization: { Organization: { ...member, MasterAccountId: account } } },
    ],
    [
      'the organization only shares its bill',
      { DescribeOrganization: { Organization: { ...member, FeatureSet: 'CONSOLIDATED_BILLING' } } },
    ],
  ])('are none, and nothing more is asked, when %s', async (none, given) => {
    const { scps, rcps, sent } = await read(given);
    expect(scps).toEqual({ kind: 'present', value: { none } });
    expect(rcps).toEqual({ kind: 'present', value: { none } });
    expect(asked(sent)).toEqual(['DescribeOrganization']);
  });

  it.each([
    ['SERVICE_CONTROL_POLICY', 'rcps', 'scps', 'the organization has not enabled service control policies'],
    ['RESOURCE_CONTROL_POLICY', 'scps', 'rcps', 'the organization has not enabled resource control policies'],
  ] as const)('are none of the type when %s is not enabled', async (Type, there, gone, none) => {
    const found = await read({
      ListRoots: { Roots: [{ Id: 'r-ab12', PolicyTypes: enabled.filter((one) => one.Type !== Type) }] },
    });
    expect(found[gone]).toEqual({ kind: 'present', value: { none } });
    expect(found[there]).toMatchObject({ kind: 'present', value: { levels: [{}, {}, {}, {}] } });
    expect(found.sent.some(({ input }) => input['Filter'] === Type)).toBe(false);
  });

  it('are none, without looking for the levels, when no type is enabled', async () => {
    const { scps, rcps, sent } = await read({ ListRoots: { Roots: [{ Id: 'r-ab12', PolicyTypes: [] }] } }, 'aws-cn');
    expect([scps?.kind, rcps?.kind]).toEqual(['present', 'present']);
    expect(asked(sent)).toEqual(['DescribeOrganization', 'ListRoots']);
  });

  it.each([
    ['DescribeOrganization', ['organizations:DescribeOrganization']],
    ['ListRoots', ['organizations:ListRoots']],
    ['ListParents', ['organizations:ListParents']],
    ['ListPoliciesForTarget', ['organizations:ListPoliciesForTarget', 'organizations:DescribePolicy']],
    ['DescribePolicy', ['organizations:ListPoliciesForTarget', 'organizations:DescribePolicy']],
  ])('are not known to a member that is denied %s', async (operation, actions) => {
    const { scps, rcps } = await read({ [operation]: denied });
    expect(scps).toMatchObject({ kind: 'denied', actions });
    expect(rcps).toMatchObject({ kind: 'denied', actions });
  });

  it('are known of one type when the other is denied', async () => {
    const { scps, rcps } = await read({
      ListPoliciesForTarget: (input: Asked) =>
        input.Filter === 'RESOURCE_CONTROL_POLICY'
          ? denied
          : (answers['ListPoliciesForTarget'] as (input: Asked) => object)(input),
    });
    expect([scps?.kind, rcps?.kind]).toEqual(['present', 'denied']);
  });

  it.each([
    [
      'a type is being enabled',
      {
        ListRoots: {
          Roots: [{ Id: 'r-ab12', PolicyTypes: enabled.map((one) => ({ ...one, Status: 'PENDING_ENABLE' })) }],
        },
      },
      /enabling or disabling/,
    ],
    [
      'a level has no policy, which AWS does not allow',
      { ListPoliciesForTarget: { Policies: [] } },
      /lists no service control policies for r-ab12/,
    ],
    [
      'a policy comes without its content',
      { DescribePolicy: { Policy: { PolicySummary: { Id: 'p-FullAWSAccess' } } } },
      /p-FullAWSAccess came without its content/,
    ],
    ['there is no root', { ListRoots: { Roots: [] } }, /has no root/],
    [
      'the way up ends',
      { ListParents: { Parents: [] } },
      /the way from the account up to the root r-ab12 ends at 111122223333/,
    ],
    ['the way up goes round', { ListParents: { Parents: [{ Id: 'ou-ab12-inner000' }] } }, /ends at ou-ab12-inner000/],
  ])('are not known when %s', async (_, given, message) => {
    const { scps } = await read(given);
    expect(scps).toMatchObject({ kind: 'failed', message: expect.stringMatching(message) as string });
  });
});
