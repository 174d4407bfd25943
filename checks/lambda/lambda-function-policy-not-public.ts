import { notPublic } from '../../src/judgements/exposure/resource-policy.ts';
import { functionPolicy, lambdaFunction } from '../../src/services/lambda/function.ts';

export default notPublic(lambdaFunction, 'lambda-function-policy-not-public', {
  title: 'Permissions of Lambda functions do not let strangers in',
  policy: functionPolicy,
  // Both judge the same statements; the whole policy may say more than the calls that add them told.
  clearedBy: ['lambda-function-resource-policy-whole-not-public'],
  risk: 'Strangers call the function: they get at what its role may do, make it work on their data, and you pay.',
  fix: {
    text: 'Replace the principal "*" by those that call the function, and name the bucket, topic or rule in whose name a service calls (aws:SourceArn, aws:SourceAccount). A function URL that everybody may call keeps its statement: accept the finding there.',
  },
  references: [
    'https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/lambda-controls.html#lambda-1',
  ],
});
