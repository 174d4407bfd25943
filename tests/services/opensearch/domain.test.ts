import { expect, it } from 'vitest';
import { domain } from '../../../src/services/opensearch/domain.ts';
import { collectType } from '../../helpers/resource-suite.ts';

const reached = async (more: object) => {
  const { records } = await collectType(domain, ['details'], {
    ListDomainNames: { DomainNames: [{ DomainName: 'logs' }] },
    DescribeDomains: {
      DomainStatusList: [{ DomainId: '1/logs', DomainName: 'logs', ARN: 'arn:d', ClusterConfig: {}, ...more }],
    },
  });
  return records[0]?.outcomes['details'];
};

it.each([
  ['in a VPC', { VPCOptions: { VPCId: 'vpc-1' } }, 'vpc'],
  ['told by its endpoints', { Endpoints: { vpc: 'vpc-logs.es.amazonaws.com' } }, 'vpc'],
  ['with an endpoint of its own', { Endpoint: 'search-logs.es.amazonaws.com' }, 'public'],
  ['with one for both address families', { EndpointV2: 'search-logs.aos.on.aws' }, 'public'],
  ['that has none yet', {}, undefined],
])('a domain %s', async (_when, more, reachedBy) => {
  expect(await reached(more)).toMatchObject({ kind: 'present', value: { reachedBy } });
});

it.each([
  ['it publishes none', {}, { auditLogs: false, slowLogs: [{ published: false }, { published: false }] }],
  [
    'it publishes others',
    { LogPublishingOptions: { INDEX_SLOW_LOGS: { Enabled: true } } },
    { auditLogs: false, slowLogs: [{ published: true }, { published: false }] },
  ],
  ['it is not said', { LogPublishingOptions: { AUDIT_LOGS: {} } }, { auditLogs: undefined }],
])('logs where %s', async (_when, more, value) => {
  expect(await reached(more)).toMatchObject({ kind: 'present', value });
});
