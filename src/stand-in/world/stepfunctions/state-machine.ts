import { answers, here } from '../../answers.ts';
import { arnOf, daysAgo, iamArn, keyArn, plantedSecret } from '../../facts.ts';

const machine = (name: string) => ({
  stateMachineArn: arnOf('states', `stateMachine:${name}`),
  name,
  type: 'STANDARD',
  creationDate: daysAgo(300),
});
/** `billing` is kept well, `flow` is not. */
const settings = (good: boolean) => ({
  status: 'ACTIVE',
  loggingConfiguration: { level: good ? 'ALL' : 'OFF', includeExecutionData: false },
  tracingConfiguration: { enabled: good },
  encryptionConfiguration: good ? { type: 'CUSTOMER_MANAGED_KMS_KEY', kmsKeyId: keyArn } : { type: 'AWS_OWNED_KEY' },
});
const definition = (parameters: object): string =>
  JSON.stringify({ StartAt: 'Done', States: { Done: { Type: 'Pass', Parameters: parameters, End: true } } });

export default answers('sfn', {
  ListStateMachines: here({ stateMachines: [machine('flow'), machine('billing')] }),
  DescribeStateMachine: ({ input }) => {
    const good = String(input['stateMachineArn']).endsWith('billing');
    return {
      ...machine(good ? 'billing' : 'flow'),
      definition: definition(good ? {} : { DB_PASSWORD: plantedSecret }),
      roleArn: iamArn('role/job'),
      ...settings(good),
    };
  },
  ListTagsForResource: { tags: [] },
});
