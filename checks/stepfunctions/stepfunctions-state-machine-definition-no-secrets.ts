import { defineCheck } from '../../src/engine/check.ts';
import { judgeSecrets } from '../../src/judgements/secrets/secrets.ts';
import { stateMachine } from '../../src/services/stepfunctions/state-machine.ts';

export default defineCheck({
  id: 'stepfunctions-state-machine-definition-no-secrets',
  title: 'Step Functions definitions contain no secrets',
  resource: stateMachine,
  needs: ['definitionSecrets'],
  risk: 'Everyone who may describe the state machine or look at an execution reads the secrets written into its states, and so does its execution history.',
  fix: {
    text: 'Let the task read the secret from Secrets Manager at run time, or call HTTP endpoints through an EventBridge connection, which keeps the credentials. Update the definition, delete old versions, and rotate the secret.',
    cli: 'aws stepfunctions update-state-machine --state-machine-arn {arn} --definition file://definition-without-secrets.json --publish --region {region}',
    terraform:
      'resource "aws_sfn_state_machine" "this" {\n  name       = "{name}"\n  role_arn   = aws_iam_role.this.arn\n  definition = file("definition-without-secrets.json")\n}',
  },
  references: [
    'https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html',
    'https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html',
  ],
  evaluate({ name, definitionSecrets }) {
    return judgeSecrets({
      name,
      place: 'its definition',
      secrets: definitionSecrets,
      expected: 'secrets that are read at run time',
    });
  },
});
