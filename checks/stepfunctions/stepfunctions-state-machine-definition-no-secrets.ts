import { stateMachine } from '../../src/services/stepfunctions/state-machine.ts';
import { noSecrets } from '../../src/judgements/secrets/secrets.ts';

export default noSecrets(stateMachine, 'stepfunctions-state-machine-definition-no-secrets', {
  title: 'Step Functions definitions contain no secrets',
  in: 'definitionSecrets',
  place: 'its definition',
  expected: 'secrets that are read at run time',
  risk: 'Everyone who may describe the state machine or look at an execution reads the secrets written into its states, and so does its execution history.',
  fix: {
    text: 'Let the task read the secret from Secrets Manager at run time, or call HTTP endpoints through an EventBridge connection, which keeps the credentials. Update the definition, delete old versions, and rotate the secret.',
  },
  references: [
    'https://docs.aws.amazon.com/step-functions/latest/dg/call-https-apis.html',
    'https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html',
  ],
});
