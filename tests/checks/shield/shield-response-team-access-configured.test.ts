import check from '../../../checks/shield/shield-response-team-access-configured.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const role = 'arn:aws:iam::111122223333:role/srt';

checkSuite(
  check,
  { id: '111122223333', name: 'The account', state: 'ACTIVE', responseTeamAccess: { roleArn: role, logBuckets: [] } },
  [
    { when: 'a role is associated', expect: 'pass', message: /role\/srt/ },
    {
      when: 'only buckets are associated',
      given: { responseTeamAccess: { roleArn: undefined, logBuckets: ['logs'] } },
      expect: 'fail',
    },
    { when: 'the role is empty', given: { responseTeamAccess: { roleArn: '', logBuckets: [] } }, expect: 'fail' },
    { when: 'there is no access at all', given: { responseTeamAccess: undefined }, expect: 'fail', message: /no role/ },
    {
      when: 'the account is not subscribed',
      given: { state: 'INACTIVE', responseTeamAccess: undefined },
      expect: 'not-applicable',
      message: /not subscribed/,
    },
    { when: 'the state is not told', given: { state: undefined }, expect: 'unknown' },
  ],
);
