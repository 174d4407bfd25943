import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { lambdaFunction } from '../../src/services/lambda/function.ts';

export default state(lambdaFunction, 'lambda-function-xray-tracing-enabled', {
  title: 'Lambda functions are traced',
  at: 'tracing',
  is: {
    Active: pass('{label} is traced'),
    PassThrough: fail('{label} is traced only where its caller is; expected active tracing'),
  },
  unsaid: unknown('AWS does not say whether {label} is traced'),
  risk: 'Without traces nobody sees where requests are slow or fail, nor which other services a function called.',
  fix: {
    text: 'Turn on active tracing. The role needs xray:PutTraceSegments and xray:PutTelemetryRecords (AWSXRayDaemonWriteAccess); traces cost by the request that is sampled. `Mode=PassThrough` undoes it.',
    cli: 'aws lambda update-function-configuration --function-name {id} --tracing-config Mode=Active',
  },
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/lambda-controls.html#lambda-7',
  ],
});
