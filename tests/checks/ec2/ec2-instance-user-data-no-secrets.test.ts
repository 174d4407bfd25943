import check from '../../../checks/ec2/ec2-instance-user-data-no-secrets.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const base = {
  id: 'i-1',
  name: 'web',
  state: undefined,
  vpcId: 'vpc-1',
  subnetId: 'subnet-1',
  publicIp: undefined,
  profileArn: undefined,
  metadata: { endpoint: undefined, tokens: undefined, hopLimit: undefined },
  interfaces: [],
};

checkSuite(check, { ...base, userDataSecrets: { present: true, secrets: [] } }, [
  {
    when: 'the user data has none',
    expect: 'pass',
    message: /^web \(i-1\) has nothing in its user data that looks like a secret$/,
  },
  {
    when: 'there is no user data',
    given: { userDataSecrets: { present: false, secrets: [] } },
    expect: 'pass',
    message: /has no user data$/,
  },
  {
    when: 'the user data has one',
    given: {
      userDataSecrets: {
        present: true,
        secrets: [{ kind: 'password', where: { line: 3, column: 8 }, confidence: 'high' }],
      },
    },
    expect: 'fail',
    message: /^web \(i-1\) has .*: line 3, column 8 \(password\);/,
  },
]);
