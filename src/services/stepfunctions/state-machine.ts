import { resource } from '../../inventory/resource.ts';
import { findSecrets } from '../../secrets/find.ts';
import { stepfunctions } from './service.ts';

export const stateMachine = resource(stepfunctions, 'AWS::StepFunctions::StateMachine', {
  calls: ['ListStateMachines'],
  tagsFrom: 'tags',
  resumable: 'ListStateMachines',
  async *list(api) {
    for await (const { stateMachines } of api.pages('ListStateMachines', { maxResults: 1000 })) {
      for (const { name, stateMachineArn } of stateMachines ?? []) {
        if (name !== undefined && stateMachineArn !== undefined) yield { id: name, arn: stateMachineArn };
      }
    }
  },
}).facets((facet) => ({
  tags: facet({
    calls: ['ListTagsForResource'],
    async read(api, { arn }) {
      const { tags } = await api.call('ListTagsForResource', { resourceArn: arn });
      return Object.fromEntries((tags ?? []).map(({ key = '', value = '' }) => [key, value]));
    },
  }),
  /**
   * Secrets in the definition: kinds and places, no values. A definition under a customer's key also needs kms:Decrypt; without it
   * the call is refused (https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeStateMachine.html).
   */
  definitionSecrets: facet({
    calls: ['DescribeStateMachine'],
    async read(api, { arn }) {
      const { definition } = await api.call('DescribeStateMachine', { stateMachineArn: arn });
      if (definition === undefined) {
        throw Object.assign(new Error('DescribeStateMachine gives no definition'), { name: 'MalformedAnswer' });
      }
      return findSecrets(definition);
    },
  }),
}));
