import check from '../../../checks/transfer/transfer-server-logging-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const role = 'arn:aws:iam::111122223333:role/logs';
const settings = (more: object) => ({
  details: { protocols: ['SFTP' as const], loggingRole: undefined, logsTo: undefined, ...more },
});
const base = {
  id: 's-0123456789abcdef0',
  arn: 'arn:aws:transfer:eu-west-1:111122223333:server/s-0123456789abcdef0',
  endpointType: 'VPC' as const,
  ...settings({}),
};

checkSuite(check, base, [
  { when: 'there is neither', given: {}, expect: 'fail' },
  { when: 'it has a role to log by', given: settings({ loggingRole: role }), expect: 'pass' },
  {
    when: 'it has a log group',
    given: settings({ logsTo: ['arn:aws:logs:eu-west-1:1:log-group:x:*'] }),
    expect: 'pass',
  },
  { when: 'its log groups were taken away', given: settings({ logsTo: [] }), expect: 'fail' },
  { when: 'its role was taken away', given: settings({ loggingRole: '' }), expect: 'fail' },
  { when: 'AWS tells nothing of it', given: settings({ protocols: undefined }), expect: 'unknown' },
]);
