import check from '../../../checks/eventbridge/eventbridge-bus-logging-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const arn = 'arn:aws:events:eu-west-1:111122223333:event-bus/shop.orders';
const bus = (logLevel: 'ERROR' | 'TRACE' | 'OFF' | undefined, deliveredLogs?: readonly string[]) => ({
  configuration: { logLevel, encryption: 'AWS' as const, keyId: undefined },
  deliveredLogs,
});
const base = { id: 'shop.orders', name: 'shop.orders', arn, policy: undefined, ...bus('ERROR', ['ERROR_LOGS']) };

checkSuite(check, base, [
  { when: 'its logs are delivered', expect: 'pass' },
  {
    when: 'nothing delivers them',
    given: bus('TRACE', []),
    expect: 'fail',
    message: /nothing delivers its logs/,
    fix: {
      cli: `aws logs put-delivery-source --name event-bus-shop-orders --log-type ERROR_LOGS --resource-arn ${arn} --region eu-west-1
aws logs create-delivery --delivery-source-name event-bus-shop-orders --delivery-destination-arn DELIVERY_DESTINATION_ARN --region eu-west-1`,
    },
  },
  { when: 'its level is OFF', given: bus('OFF'), expect: 'fail' },
  { when: 'it has no level', given: bus(undefined), expect: 'fail' },
]);
