import { defineCheck } from '../../src/engine/check.ts';
import { judgeSecrets } from '../../src/judgements/secrets/secrets.ts';
import { stack } from '../../src/services/cloudformation/stack.ts';

export default defineCheck({
  id: 'cloudformation-stack-parameters-no-plaintext-secrets',
  title: 'CloudFormation stack parameters show no secrets in plain text',
  resource: stack,
  needs: ['parameterSecrets'],
  risk: 'The value of a parameter without NoEcho is shown to everyone who may describe stacks, for as long as the stack exists.',
  fix: {
    text: 'Use a dynamic reference to Secrets Manager or to a SecureString parameter where the template uses the value, or at least set NoEcho on the parameter. Update the stack and rotate the secret.',
    cli: 'aws cloudformation update-stack --stack-name {name} --template-body file://template-with-dynamic-references.yaml --capabilities CAPABILITY_NAMED_IAM --region {region}',
    terraform:
      'resource "aws_cloudformation_stack" "this" {\n  name          = "{name}"\n  template_body = file("template-with-dynamic-references.yaml")\n}',
  },
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
  ],
  evaluate({ name, parameterSecrets: { secrets } }) {
    return judgeSecrets({ name, place: 'its parameters', secrets, expected: 'dynamic references or NoEcho' });
  },
});
