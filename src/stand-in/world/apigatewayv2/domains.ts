import { answers, here } from '../../answers.ts';

/** Custom domain names of all APIs, REST ones too. */
export default answers('apigatewayv2', {
  GetDomainNames: here({ Items: [{ DomainName: 'api.example.com', RoutingMode: 'API_MAPPING_ONLY' }] }),
  GetApiMappings: here({
    Items: [
      { ApiId: 'resthidden', ApiMappingId: 'm1', ApiMappingKey: 'hidden', Stage: 'prod' },
      { ApiId: 'httpinside', ApiMappingId: 'm2', ApiMappingKey: 'inside', Stage: '$default' },
    ],
  }),
});
