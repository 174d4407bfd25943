/** A listener of a Classic Load Balancer. */
export const on = (protocol: string | undefined, port: number, policies: string[] = []) => ({
  protocol,
  port,
  instanceProtocol: 'HTTP',
  instancePort: 8080,
  certificateId: undefined,
  policies,
});

/** A Classic Load Balancer that the internet reaches. */
export const balancer = {
  id: 'erp',
  name: 'erp',
  arn: 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/erp',
  scheme: 'internet-facing',
  dnsName: undefined,
  vpcId: 'vpc-1',
  subnets: [],
  zones: [],
  securityGroups: [],
  instances: [],
  listeners: [on('HTTPS', 443, ['sticky', 'tls'])],
  createdAt: undefined,
};
