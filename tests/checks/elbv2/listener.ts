const arn = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/web/1/2';

/** One of an Application Load Balancer on the internet that takes HTTPS. */
export const listener = {
  id: arn,
  arn,
  name: 'web (HTTPS 443)',
  loadBalancerArn: undefined,
  loadBalancerType: 'application',
  scheme: 'internet-facing',
  port: 443,
  protocol: 'HTTPS',
  sslPolicy: undefined,
} as const;
