import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { lambdaFunction } from '../../src/services/lambda/function.ts';

export default state(lambdaFunction, 'lambda-function-dead-letter-queue-configured', {
  title: 'Lambda functions have a dead-letter queue',
  at: 'configuration.deadLetters',
  otherwise: pass('{label} sends events that it could not deal with to {configuration.deadLetters}'),
  absent: unknown('AWS does not say whether {label} has a dead-letter queue'),
  unsaid: fail('{label} has no dead-letter queue'),
  risk: 'An event that failed three times is dropped: an order, a file or a message is lost, and nobody can tell which.',
  fix: {
    text: 'Name a queue or a topic for events that come in asynchronously, let the role write there, and have an alarm on what arrives. Where a destination for failures is set for the function, it does the same and more, and this can be suppressed.',
    cli: 'aws lambda update-function-configuration --function-name {id} --dead-letter-config TargetArn=QUEUE_ARN',
  },
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html',
    'https://docs.aws.amazon.com/awssupport/latest/user/fault-tolerance-checks.html',
  ],
});
