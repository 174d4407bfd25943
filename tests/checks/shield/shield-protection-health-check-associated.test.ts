import check from '../../../checks/shield/shield-protection-health-check-associated.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const alb = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/1';

checkSuite(check, { id: 'p1', name: 'web', protects: alb, healthCheckIds: ['h1'] }, [
  { when: 'a health check is associated', expect: 'pass', message: /h1/ },
  { when: 'none is', given: { healthCheckIds: [] }, expect: 'fail', message: /without a health check/ },
  {
    when: 'it protects a hosted zone',
    given: { protects: 'arn:aws:route53:::hostedzone/Z1', healthCheckIds: [] },
    expect: 'not-applicable',
  },
  { when: 'what it protects is not told', given: { protects: undefined }, expect: 'unknown' },
]);
