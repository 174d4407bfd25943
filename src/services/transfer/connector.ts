import { listed } from '../../inventory/listed.ts';
import { transfer } from './service.ts';

/** Sends files to a partner's server, or fetches them there, over SFTP or AS2. */
export const connector = listed(transfer, 'AWS::Transfer::Connector', 'ListConnectors', {
  at: 'Connectors',
  references: ['https://docs.aws.amazon.com/transfer/latest/APIReference/API_DescribedConnector.html'],
  id: ({ ConnectorId }) => ConnectorId,
  keep: { arn: 'Arn' },
  label: ({ id }) => `connector ${id}`,
}).facets((facet) => ({
  details: facet.call('DescribeConnector', {
    input: ({ id }) => ({ ConnectorId: id }),
    keep: ({ Connector }) => ({ loggingRole: Connector?.LoggingRole }),
  }),
}));
