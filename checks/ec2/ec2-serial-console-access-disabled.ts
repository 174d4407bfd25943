import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { ec2Settings } from '../../src/services/ec2/account.ts';

export default state(ec2Settings, 'ec2-serial-console-access-disabled', {
  title: 'The EC2 serial console is closed in each region',
  at: 'serialAccess.enabled',
  is: {
    true: fail('EC2 in {region} gives access to the serial console of instances; expected none'),
    false: pass('EC2 in {region} gives no access to the serial console of instances'),
  },
  unsaid: unknown('EC2 in {region} did not say whether the serial console is open'),
  risk: 'It leads to the login of an instance past security groups, network ACLs and the logs of the network.',
  fix: {
    text: 'Switch access off, and open it only while an instance that does not boot has to be repaired. Nothing else uses it; enable-serial-console-access undoes this.',
    cli: 'aws ec2 disable-serial-console-access',
    terraform: 'resource "aws_ec2_serial_console_access" "this" {\n  enabled = false\n}',
  },
  references: ['https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DisableSerialConsoleAccess.html'],
});
