interface Endpoint {
  readonly vpcId: string | undefined;
  readonly endpointType: string | undefined;
  readonly serviceName: string | undefined;
  readonly state: string | undefined;
}

/**
 * Whether an endpoint connects its VPC to an AWS service in the VPC's own region. Names are
 * `com.amazonaws.<region>.<service>`, with `cn.` in front in China.
 * https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html
 */
export function isEndpointFor(
  endpoint: Endpoint,
  vpc: { readonly id: string; readonly region: string },
  service: string,
): boolean {
  const name = `com.amazonaws.${vpc.region}.${service}`;
  return endpoint.vpcId === vpc.id && (endpoint.serviceName === name || endpoint.serviceName === `cn.${name}`);
}

/** The name of a service's interface endpoints, which has `cn.` in front in China. Gateway endpoints have the same name everywhere. */
export const interfaceName = (
  { region, partition }: { readonly region: string; readonly partition: string },
  service: string,
): string => `${partition === 'aws-cn' ? 'cn.' : ''}com.amazonaws.${region}.${service}`;

/** For tests of checks: an endpoint that connects a VPC to a service, and one that does not yet. */
export function endpointsFor<T extends 'Gateway' | 'Interface'>(
  vpc: { readonly id: string; readonly region: string },
  service: string,
  endpointType: T,
) {
  const serviceName = `com.amazonaws.${vpc.region}.${service}`;
  const good = { vpcId: vpc.id, endpointType, serviceName, state: 'available' as const, routeTableIds: ['rtb-1'] };
  return { good, faulty: { ...good, state: 'pending' as const } };
}
