import check from '../../../checks/ecs/ecs-task-set-no-public-ip.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { arn, base, shared } from './tasks.ts';

checkSuite(
  check,
  { id: 'ecs-svc/1', name: 'ecs-svc/1', arn: arn('task-set/shop/web/ecs-svc/1'), service: 'web', ...base },
  shared,
);
