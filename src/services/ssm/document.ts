import { everyPage } from '../../aws/pages.ts';
import { listed } from '../../inventory/listed.ts';
import { ssm } from './service.ts';

/** A document of the account: what Systems Manager runs on machines. Those of AWS and of other accounts are judged there. */
export const ssmDocument = listed(ssm, 'AWS::SSM::Document', 'ListDocuments', {
  at: 'DocumentIdentifiers',
  input: { Filters: [{ Key: 'Owner', Values: ['Self'] }], MaxResults: 50 },
  narrows: { DocumentFilterList: 'unless given' },
  references: ['https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-ssm-sharing.html'],
  id: ({ Name }) => Name,
  keep: { documentType: 'DocumentType' },
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:ssm:${region}:${account}:document/${id}`,
}).facets((facet) => ({
  /** With whom it is shared: numbers of accounts, and `all` for everybody. */
  sharedWith: facet({
    calls: ['DescribeDocumentPermission'],
    async read(api, { id }) {
      const found: string[] = [];
      // The SDK has no paginator for this operation.
      const ask = (NextToken: string | undefined) => {
        const token = NextToken === undefined ? {} : { NextToken };
        return api.call('DescribeDocumentPermission', {
          Name: id,
          PermissionType: 'Share' as const,
          MaxResults: 200,
          ...token,
        });
      };
      for await (const { AccountIds } of everyPage(ask, (page) => page.NextToken)) found.push(...(AccountIds ?? []));
      return { accounts: found };
    },
  }),
}));
