import { listed } from '../../inventory/listed.ts';
import { glue } from './service.ts';

/** Where people try out their scripts. */
export const devEndpoint = listed(glue, 'AWS::Glue::DevEndpoint', 'GetDevEndpoints', {
  at: 'DevEndpoints',
  input: { MaxResults: 100 },
  references: ['https://docs.aws.amazon.com/glue/latest/dg/dev-endpoint.html'],
  id: ({ EndpointName }) => EndpointName,
  keep: { securityConfiguration: 'SecurityConfiguration' },
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:glue:${region}:${account}:devEndpoint/${id}`,
  label: ({ id }) => `development endpoint ${id}`,
});
