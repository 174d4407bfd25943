import { resource, service } from 'aws-posture-audit';

type Athena = typeof import('@aws-sdk/client-athena');

const athena = service<Athena>({
  id: 'athena',
  sdkId: 'Athena',
  load: async () => {
    const sdk = await import('@aws-sdk/client-athena');
    return { ...sdk, Client: sdk.AthenaClient };
  },
});

/** https://docs.aws.amazon.com/athena/latest/APIReference/API_WorkGroup.html */
export const workGroup = resource(athena, 'AWS::Athena::WorkGroup', {
  calls: ['ListWorkGroups'],
  async *list(api) {
    for await (const page of api.pages('ListWorkGroups'))
      for (const { Name, State } of page.WorkGroups ?? []) if (Name !== undefined) yield { id: Name, state: State };
  },
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:athena:${region}:${account}:workgroup/${id}`,
}).facets((facet) => ({
  configuration: facet({
    calls: ['GetWorkGroup'],
    async read(api, { id }) {
      const { WorkGroup } = await api.call('GetWorkGroup', { WorkGroup: id });
      const { EnforceWorkGroupConfiguration, BytesScannedCutoffPerQuery } = WorkGroup?.Configuration ?? {};
      return { enforced: EnforceWorkGroupConfiguration, cutoff: BytesScannedCutoffPerQuery };
    },
  }),
}));
