const everything = { Effect: 'Allow', Action: '*', Resource: '*' };
const document = (Statement: readonly object[]) => ({ Version: '2012-10-17', Statement });
type Named = Readonly<Record<string, readonly object[]>>;

/**
 * The tree of an organisation as `organizationTree` reads it: a root with the management account `111122223333`, a unit, one in it, and in
 * that the member `444455556666`. FullAWSAccess is attached to everything, and what is given besides.
 * @param others further members in the inner unit, with their states
 */
export function branches(
  { atRoot = {}, inUnit = {}, onAccount = {} }: { atRoot?: Named; inUnit?: Named; onAccount?: Named },
  others: Readonly<Record<string, string>> = {},
) {
  const all = ['r-ab12', 'ou-ab12-outer', 'ou-ab12-inner', '111122223333', '444455556666', ...Object.keys(others)];
  const policies = (named: Named, target: string) =>
    Object.entries(named).map(([name, statements], n) => ({
      id: `p-${target}-${n}`,
      name,
      policyType: 'SERVICE_CONTROL_POLICY' as const,
      awsManaged: false as boolean | undefined,
      document: document(statements) as unknown,
      targets: [target],
    }));
  return {
    roots: [
      {
        id: 'r-ab12',
        name: 'Root',

        types: { SERVICE_CONTROL_POLICY: 'ENABLED' } as Record<string, string>,
      },
    ],
    units: [
      { id: 'ou-ab12-outer', name: 'Workloads', parent: 'r-ab12' },
      { id: 'ou-ab12-inner', name: 'Shop', parent: 'ou-ab12-outer' },
    ],
    accounts: [
      { id: '111122223333', name: 'management', parent: 'r-ab12', state: 'ACTIVE' as const },
      { id: '444455556666', name: 'shop', parent: 'ou-ab12-inner', state: 'ACTIVE' as const },
      ...Object.entries(others).map(([id, state]) => ({
        id,
        name: `account ${id}`,
        parent: 'ou-ab12-inner',
        state: state as 'ACTIVE' | 'SUSPENDED',
      })),
    ],
    organizationPolicies: [
      {
        id: 'p-FullAWSAccess',
        name: 'FullAWSAccess',
        policyType: 'SERVICE_CONTROL_POLICY' as const,
        awsManaged: true as boolean | undefined,
        document: document([everything]) as unknown,
        targets: all,
      },
      ...policies(atRoot, 'r-ab12'),
      ...policies(inUnit, 'ou-ab12-outer'),
      ...policies(onAccount, '444455556666'),
    ],
  };
}
