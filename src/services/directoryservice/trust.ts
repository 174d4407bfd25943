import { listed } from '../../inventory/listed.ts';
import { directoryservice } from './service.ts';

/** A trust between a Microsoft AD of the account and another domain. Simple AD and connectors have none. */
export const trust = listed(directoryservice, 'AWS::DirectoryService::Trust', 'DescribeTrusts', {
  at: 'Trusts',
  narrows: { DirectoryId: 'unless given', TrustIds: 'unless given' },
  references: ['https://docs.aws.amazon.com/directoryservice/latest/devguide/API_Trust.html'],
  id: ({ TrustId }) => TrustId,
  keep: {
    name: ({ RemoteDomainName, TrustId }) => RemoteDomainName ?? TrustId ?? '',
    directory: 'DirectoryId',
    state: 'TrustState',
    reason: 'TrustStateReason',
    direction: 'TrustDirection',
    selective: 'SelectiveAuth',
    stateSince: 'StateLastUpdatedDateTime',
  },
  // It has no ARN of its own: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsdirectoryservice.html
  arn: ({ id, directory }, { partition, region, account }) =>
    `arn:${partition}:ds:${region}:${account}:directory/${directory ?? 'unknown'}/trust/${id}`,
  label: ({ name }) => `the trust with ${name}`,
});
