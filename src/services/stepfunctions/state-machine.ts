import type { Api } from '../../aws/api.ts';
import { MalformedAnswer } from '../../aws/errors.ts';
import { listed } from '../../inventory/listed.ts';
import { findSecrets } from '../../secrets/find.ts';
import { stepfunctions } from './service.ts';

/** One answer for all facets; of the definition only what was found in it leaves this. */
const described = (api: Api<typeof import('@aws-sdk/client-sfn'), 'DescribeStateMachine'>, arn: string | undefined) =>
  api.once(`state machine ${arn}`, async () => {
    const found = await api.call('DescribeStateMachine', { stateMachineArn: arn });
    const { definition, status, loggingConfiguration: logging, tracingConfiguration: tracing } = found;
    const { encryptionConfiguration: encryption } = found;
    return {
      secrets: definition === undefined ? undefined : findSecrets(definition),
      configuration: {
        status,
        logLevel: logging?.level,
        tracing: tracing?.enabled,
        encryption: encryption?.type,
        keyId: encryption?.kmsKeyId,
      },
    };
  });

export const stateMachine = listed(stepfunctions, 'AWS::StepFunctions::StateMachine', 'ListStateMachines', {
  at: 'stateMachines',
  input: { maxResults: 1000 },
  tagsFrom: 'tags',
  id: ({ name, stateMachineArn }) => (stateMachineArn === undefined ? undefined : name),
  keep: { arn: 'stateMachineArn' },
}).facets((facet) => ({
  tags: facet.call('ListTagsForResource', {
    input: ({ arn }) => ({ resourceArn: arn }),
    keep: ({ tags }) => Object.fromEntries((tags ?? []).map(({ key = '', value = '' }) => [key, value])),
  }),
  /**
   * Secrets in the definition: kinds and places, no values. A definition under a customer's key also needs kms:Decrypt; without it
   * the call is refused (https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeStateMachine.html).
   */
  definitionSecrets: facet({
    calls: ['DescribeStateMachine'],
    async read(api, { arn }) {
      const { secrets } = await described(api, arn);
      if (secrets === undefined) throw new MalformedAnswer('DescribeStateMachine gives no definition');
      return secrets;
    },
  }),
  configuration: facet({
    calls: ['DescribeStateMachine'],
    read: async (api, { arn }) => (await described(api, arn)).configuration,
  }),
}));

/** Without a key of the customer's Step Functions encrypts with one of its own: https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html */
export const machineEncryption = {
  at: 'configuration.encryption',
  is: { CUSTOMER_MANAGED_KMS_KEY: 'kms', AWS_OWNED_KEY: 'aws' },
  unsaid: 'aws',
  key: 'configuration.keyId',
  what: 'its definition and executions',
} as const;

export const machineLeaving = {
  at: 'configuration.status',
  is: ['DELETING'],
  because: '{label} is being deleted',
} as const;
