import { answers, here } from '../../answers.ts';
import { arnOf } from '../../facts.ts';

const balancer = arnOf('elasticloadbalancing', 'loadbalancer/app/quiet/50dc6c495c0c918a');
const bus = arnOf('events', 'event-bus/orders');

/** Access logs and those of an event bus that are delivered, and a source that nothing is delivered of. */
export default answers('cloudwatch-logs', {
  DescribeDeliverySources: here({
    deliverySources: [
      { name: 'quiet-access', logType: 'ALB_ACCESS_LOGS', service: 'elasticloadbalancing', resourceArns: [balancer] },
      { name: 'quiet-checks', logType: 'ALB_HEALTH_CHECK_LOGS', resourceArns: [balancer] },
      { name: 'orders-errors', logType: 'ERROR_LOGS', service: 'events', resourceArns: [bus] },
      { name: 'gone-access', logType: 'ALB_ACCESS_LOGS', status: 'INACTIVE', resourceArns: [`${balancer}b`] },
    ],
  }),
  DescribeDeliveries: here({
    deliveries: ['quiet-access', 'orders-errors', 'gone-access'].map((name) => ({
      id: `delivery-${name}`,
      deliverySourceName: name,
      deliveryDestinationArn: arnOf('logs', 'delivery-destination:logs'),
      deliveryDestinationType: 'CWL',
    })),
  }),
});
