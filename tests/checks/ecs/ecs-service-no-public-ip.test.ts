import check from '../../../checks/ecs/ecs-service-no-public-ip.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { arn, base, open, publicIp, shared } from './tasks.ts';

checkSuite(
  check,
  { id: 'web', name: 'web', arn: arn('service/shop/web'), cluster: 'shop', controller: undefined, ...base },
  [
    ...shared,
    {
      when: 'task sets deploy it',
      given: { controller: 'EXTERNAL', ...publicIp('ENABLED') },
      along: open,
      expect: 'not-applicable',
    },
  ],
);
