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
