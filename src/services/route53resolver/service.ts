import { service } from '../../aws/service.ts';

/** The client is made of botocore's model: the registry's is of another make. */
export const route53resolver = service<typeof import('./client.ts')>({
  id: 'route53resolver',
  sdkId: 'Route53Resolver',
  // https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_ResolverDnssecConfig.html
  sends: {
    ListResolverDnssecConfigsResponse: ['ResolverDnssecConfigs'],
    ResolverDnssecConfig: ['ResourceId', 'ValidationStatus'],
  },
  load: () => import('./sdk.ts'),
});
