import check from '../../../checks/config/config-rules-compliant.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const outcome = (status: string | undefined, resources?: number, more = false) => ({
  outcome: { status, resources, more },
});
const rule = {
  id: 'encrypted-volumes',
  name: 'encrypted-volumes',
  arn: 'arn:aws:config:eu-west-1:111122223333:config-rule/config-rule-aaaa01',
  createdBy: undefined,
  ...outcome('COMPLIANT'),
  run: undefined,
};
const ran = (evaluated: boolean, error?: string) => ({ run: { evaluated, error } });

checkSuite(
  check,
  rule as never,
  [
    { when: 'all resources follow it', given: {}, expect: 'pass' },
    { when: 'one breaks it', given: outcome('NON_COMPLIANT', 1), expect: 'fail', message: /broken by 1 resource:/ },
    {
      when: 'more break it than are counted',
      given: outcome('NON_COMPLIANT', 25, true),
      expect: 'fail',
      message: /at least 25/,
    },
    { when: 'how many break it is not told', given: outcome('NON_COMPLIANT'), expect: 'fail', message: /by resources/ },
    {
      when: 'it is of an AWS service',
      given: { createdBy: 'securityhub.amazonaws.com' },
      expect: 'pass',
      message: /of securityhub/,
    },
    {
      when: 'nothing is in its scope',
      given: { ...outcome('INSUFFICIENT_DATA'), ...ran(true) },
      expect: 'not-applicable',
    },
    {
      when: 'its last evaluation failed',
      given: { ...outcome('INSUFFICIENT_DATA'), ...ran(false, 'InternalError') },
      expect: 'unknown',
      message: /InternalError/,
    },
    { when: 'it was never evaluated', given: { ...outcome('INSUFFICIENT_DATA'), run: undefined }, expect: 'unknown' },
    { when: 'no result names it', given: { outcome: undefined, run: undefined }, expect: 'unknown' },
    { when: 'AWS gives a result of tomorrow', given: { ...outcome('PARTIAL'), ...ran(true) }, expect: 'unknown' },
  ] as never,
);
