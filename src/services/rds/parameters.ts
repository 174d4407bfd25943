import type { Api } from '../../aws/api.ts';

/** What some parameters of a cluster's group are; undefined where AWS does not say which group it has. */
export interface Parameters {
  readonly group: string;
  /** By name; those that the group does not list are left out. */
  readonly values: Readonly<Record<string, string | undefined>>;
}

/** Reads parameters of a group: it is asked once, for all clusters that have it. */
export async function parametersOf(
  api: Api<typeof import('@aws-sdk/client-rds'), 'DescribeDBClusterParameters'>,
  group: string | undefined,
  names: readonly string[],
): Promise<Parameters | undefined> {
  if (group === undefined || group === '') return undefined;
  const values = await api.once(`cluster parameters ${group} ${names.join(' ')}`, async () => {
    const found: Record<string, string | undefined> = {};
    for await (const { Parameters } of api.pages('DescribeDBClusterParameters', { DBClusterParameterGroupName: group }))
      for (const { ParameterName: name, ParameterValue } of Parameters ?? [])
        if (name !== undefined && names.includes(name)) found[name] = ParameterValue;
    return found;
  });
  return { group, values };
}
