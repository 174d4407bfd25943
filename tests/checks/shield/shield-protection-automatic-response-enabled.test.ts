import check from '../../../checks/shield/shield-protection-automatic-response-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const alb = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/1';

checkSuite(
  check,
  {
    id: 'p1',
    name: 'web',
    protects: alb,
    healthCheckIds: [],
    automaticResponse: { status: 'ENABLED', action: 'block' },
  },
  [
    { when: 'it blocks', expect: 'pass' },
    {
      when: 'it protects a distribution and blocks',
      given: { protects: 'arn:aws:cloudfront::111122223333:distribution/E1' },
      expect: 'pass',
    },
    {
      when: 'it only counts',
      given: { automaticResponse: { status: 'ENABLED', action: 'count' } },
      expect: 'fail',
      message: /only counts/,
    },
    {
      when: 'it is disabled',
      given: { automaticResponse: { status: 'DISABLED', action: 'block' } },
      expect: 'fail',
      message: /does not mitigate/,
    },
    {
      when: 'it was never enabled',
      given: { automaticResponse: { status: 'NEVER_ENABLED', action: undefined } },
      expect: 'fail',
    },
    {
      when: 'the status is not told',
      given: { automaticResponse: { status: undefined, action: undefined } },
      expect: 'unknown',
    },
    {
      when: 'the action is not told',
      given: { automaticResponse: { status: 'ENABLED', action: undefined } },
      expect: 'unknown',
    },
    {
      when: 'it protects a Classic Load Balancer',
      given: { protects: 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/old' },
      expect: 'not-applicable',
    },
    {
      when: 'it protects an address',
      given: { protects: 'arn:aws:ec2:eu-west-1:111122223333:eip-allocation/e1' },
      expect: 'not-applicable',
    },
    { when: 'what it protects is not told', given: { protects: undefined }, expect: 'unknown' },
  ],
);
