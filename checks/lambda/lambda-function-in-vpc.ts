import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { lambdaFunction } from '../../src/services/lambda/function.ts';

export default state(lambdaFunction, 'lambda-function-in-vpc', {
  title: 'Lambda functions run in a VPC of the account',
  at: 'configuration.vpc',
  otherwise: pass('{label} runs in {configuration.vpc}'),
  absent: unknown('AWS does not say whether {label} runs in a VPC'),
  unsaid: fail('{label} runs in no VPC of the account'),
  risk: 'Its connections to the internet pass no security group, no network ACL and no flow log, so nobody limits or sees where data goes.',
  fix: {
    text: 'Put functions that handle data of the account into private subnets of two zones, with a security group of their own. The role needs AWSLambdaVPCAccessExecutionRole, and the function reaches the internet and AWS’s APIs only through a NAT gateway or endpoints from then on. A function that needs nothing of a VPC may be left as it is.',
    cli: 'aws lambda update-function-configuration --function-name {id} --vpc-config SubnetIds=SUBNET_ID,SecurityGroupIds=GROUP_ID',
  },
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/lambda-controls.html#lambda-3',
  ],
});
