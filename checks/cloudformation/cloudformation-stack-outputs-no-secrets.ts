import { defineCheck } from '../../src/engine/check.ts';
import { judgeSecrets } from '../../src/judgements/secrets/secrets.ts';
import { stack } from '../../src/services/cloudformation/stack.ts';

export default defineCheck({
  id: 'cloudformation-stack-outputs-no-secrets',
  title: 'CloudFormation stack outputs hold no secrets',
  resource: stack,
  needs: ['outputSecrets'],
  risk: 'Outputs are shown to everyone who may describe stacks and are copied into other stacks, pipelines and their logs. A secret among them spreads with them.',
  fix: {
    text: 'Output the ARN of a Secrets Manager secret instead of its value, or drop the output, update the stack, and rotate the secret: it must be taken as known to others.',
    cli: 'aws cloudformation update-stack --stack-name {name} --template-body file://template-without-the-output.yaml --capabilities CAPABILITY_NAMED_IAM --region {region}',
    terraform:
      'resource "aws_cloudformation_stack" "this" {\n  name          = "{name}"\n  template_body = file("template-without-the-output.yaml")\n}',
  },
  references: [
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/security-best-practices.html#creds',
  ],
  evaluate({ name, outputSecrets: { secrets } }) {
    return judgeSecrets({ name, place: 'its outputs', secrets, expected: 'ARNs of secrets, or no output' });
  },
});
