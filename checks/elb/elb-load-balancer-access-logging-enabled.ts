import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { classicLoadBalancer } from '../../src/services/elb/load-balancer.ts';

export default state(classicLoadBalancer, 'elb-load-balancer-access-logging-enabled', {
  title: 'Classic Load Balancers log requests',
  at: 'attributes.accessLogs',
  is: {
    true: pass('{label} logs requests to a bucket'),
    false: fail('{label} does not log requests'),
  },
  absent: unknown('{label} was deleted while the account was read'),
  unsaid: unknown('AWS does not say whether {label} logs requests'),
  risk: 'Who asked for what, from where and with which answer is known to nobody: an attack is neither noticed nor understood afterwards.',
  fix: {
    text: 'Name a bucket in the same region whose policy lets Elastic Load Balancing write. Storage costs money: give the bucket a lifecycle.',
    cli: "aws elb modify-load-balancer-attributes --load-balancer-name {name} --load-balancer-attributes 'AccessLog={Enabled=true,S3BucketName=LOG_BUCKET,EmitInterval=60}'",
  },
  references: ['https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-access-logs.html'],
});
