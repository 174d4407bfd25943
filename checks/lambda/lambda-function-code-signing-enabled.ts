import { fail, notApplicable, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { lambdaFunction } from '../../src/services/lambda/function.ts';

export default state(lambdaFunction, 'lambda-function-code-signing-enabled', {
  title: 'Lambda functions have a code signing configuration',
  unless: [
    {
      at: 'configuration.package',
      is: ['Image'],
      because: '{label} is an image, whose code Lambda checks no signature of',
    },
  ],
  at: 'codeSigning.config',
  otherwise: pass('{label} has its code looked at by {codeSigning.config}'),
  absent: notApplicable('{label} was deleted while the account was read'),
  unsaid: fail('{label} runs code whoever it is from: it has no code signing configuration'),
  risk: 'Whoever may update the function, or gets at the build, runs code of his own with its role, and nothing notices that it is not yours.',
  fix: {
    text: 'Make a signing profile with AWS Signer and a code signing configuration that names it with the policy Enforce, sign what the build delivers, then attach the configuration. Deployments without a valid signature are refused from then on; delete-function-code-signing-config undoes it.',
    cli: 'aws lambda put-function-code-signing-config --function-name {id} --code-signing-config-arn CONFIG_ARN',
  },
  references: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html'],
});
