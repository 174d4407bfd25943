import check from '../../../checks/identitycenter/identitycenter-permission-set-session-duration-limited.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { emptySet } from './parts.ts';

const lasts = (sessionDuration: string | undefined) => ({ described: { name: 'Work', sessionDuration } });

checkSuite(check, emptySet, [
  { when: 'an hour', expect: 'pass', message: /sessions of PT1H/ },
  { when: 'as long as allowed', given: lasts('PT8H'), expect: 'pass' },
  { when: 'the same in minutes', given: lasts('PT480M'), expect: 'pass' },
  { when: 'a minute longer', given: lasts('PT8H1M'), expect: 'fail', message: /PT8H1M, expected at most 8 hours/ },
  {
    when: 'half a day',
    given: lasts('PT12H'),
    expect: 'fail',
    fix: {
      cli: `aws sso-admin update-permission-set --instance-arn ${emptySet.instance} --permission-set-arn ${emptySet.arn} --session-duration PT8H --region eu-west-1`,
    },
  },
  { when: 'a day', given: lasts('P1D'), expect: 'fail' },
  { when: 'a week', given: lasts('P1W'), expect: 'fail' },
  { when: 'the setting is lower', given: lasts('PT2H'), settings: { hours: 1 }, expect: 'fail' },
  { when: 'AWS does not say', given: lasts(undefined), expect: 'unknown' },
  { when: 'a duration that is none', given: lasts('eight hours'), expect: 'unknown', message: /no duration/ },
]);
