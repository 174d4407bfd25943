import check from '../../../checks/config/config-recorder-service-linked-role.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const linked = 'arn:aws:iam::111122223333:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig';
const records = { all: true, globalTypes: true } as const;
const withRole = (roleArn: string | undefined) => ({ recorder: { name: 'default', roleArn, recordingGroup: records } });

checkSuite(check, { id: '111122223333', name: 'AWS Config in eu-west-1', ...withRole(linked) }, [
  { when: 'the role is service-linked', expect: 'pass' },
  { when: 'the partition is another', given: withRole(linked.replace('arn:aws:', 'arn:aws-cn:')), expect: 'pass' },
  {
    when: 'the role is an own one',
    given: withRole('arn:aws:iam::111122223333:role/config'),
    expect: 'fail',
    message: /role\/config/,
  },
  {
    when: 'an own role has the name of the service-linked one',
    given: withRole('arn:aws:iam::111122223333:role/AWSServiceRoleForConfig'),
    expect: 'fail',
  },
  { when: 'there is no role', given: withRole(undefined), expect: 'fail', message: /without a role/ },
  { when: 'there is no recorder', given: { recorder: undefined }, expect: 'not-applicable' },
]);
