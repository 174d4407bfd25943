import { MalformedAnswer } from '../../aws/errors.ts';
import { listed } from '../../inventory/listed.ts';
import { findSecrets } from '../../secrets/find.ts';
import { stepfunctions } from './service.ts';

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
      const { definition } = await api.call('DescribeStateMachine', { stateMachineArn: arn });
      if (definition === undefined) throw new MalformedAnswer('DescribeStateMachine gives no definition');
      return findSecrets(definition);
    },
  }),
}));
