import type { Parameter, StackDriftStatus, StackStatus } from '@aws-sdk/client-cloudformation';
import type { Api } from '../../aws/api.ts';
import { MalformedAnswer } from '../../aws/errors.ts';
import { resource } from '../../inventory/resource.ts';
import { Withheld } from '../../inventory/withheld.ts';
import type { NamedValue } from '../../secrets/find.ts';
import { findSecrets } from '../../secrets/find.ts';
import { tagsOf } from '../tags.ts';
import { cloudformation } from './service.ts';

/** A stack that exists: DescribeStacks without a name leaves deleted ones out. */
export const stack = resource(cloudformation, 'AWS::CloudFormation::Stack', {
  calls: ['DescribeStacks'],
  narrows: { DescribeStacks: { StackName: 'unless given' } },
  async *list(api) {
    yield* (await stacksOf(api)).items;
  },
}).facets((facet) => ({
  /** Secrets in the outputs: kinds and names, no values. */
  outputSecrets: facet({
    calls: ['DescribeStacks'],
    often: { DescribeStacks: 'once' },
    async read(api, { arn }) {
      return examine((await stacksOf(api)).outputs.take(arn));
    },
  }),
  /** Secrets in the parameters: kinds and names, no values. */
  parameterSecrets: facet({
    calls: ['DescribeStacks'],
    often: { DescribeStacks: 'once' },
    async read(api, { arn }) {
      return examine((await stacksOf(api)).parameters.take(arn));
    },
  }),
  /** Secrets in the template as its author wrote it: kinds and places, no values. Undefined where there is no template yet. */
  templateSecrets: facet({
    calls: ['GetTemplate'],
    async read(api, { arn, status }) {
      // "… without any templates or resources": https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-describing-stacks.html
      if (status === 'REVIEW_IN_PROGRESS') return undefined;
      const { TemplateBody } = await api.call('GetTemplate', { StackName: arn, TemplateStage: 'Original' });
      if (TemplateBody === undefined) throw new MalformedAnswer('GetTemplate gives no template');
      return { secrets: await findSecrets(TemplateBody, { source: 'template' }) };
    },
  }),
}));

async function examine(values: readonly NamedValue[]) {
  return { values: values.length, secrets: await findSecrets(values) };
}

export interface StackItem {
  readonly id: string;
  readonly arn: string;
  /** E.g. `CREATE_COMPLETE`. */
  readonly status: StackStatus | undefined;
  /** Of a nested stack: the one that it is a part of. */
  readonly parentId: string | undefined;
  readonly drift: StackDriftStatus | undefined;
  /** How many topics are told what happens to it. */
  readonly topics: number | undefined;
  /** The role that it changes things with; none: whoever changes the stack does with his own rights. */
  readonly roleArn: string | undefined;
  readonly rollbackDisabled: boolean | undefined;
  readonly terminationProtection: boolean | undefined;
  /** Of the stack that the CDK makes its deployments with. */
  readonly bootstrapVersion: number | undefined;
  readonly tags: Readonly<Record<string, string>>;
}

/** The list, the outputs and the parameters come in one answer: asked once per region. */
function stacksOf(api: Api<typeof import('@aws-sdk/client-cloudformation'), 'DescribeStacks'>) {
  return api.once('stacks', async () => {
    const outputs = new Withheld<readonly NamedValue[]>();
    const parameters = new Withheld<readonly NamedValue[]>();
    const items: StackItem[] = [];
    for await (const { Stacks } of api.pages('DescribeStacks')) {
      for (const { StackName, StackId, StackStatus, Outputs, Parameters, Tags, ...more } of Stacks ?? []) {
        if (StackName === undefined || StackId === undefined) continue;
        const given = (Outputs ?? []).map(({ OutputKey = '', OutputValue = '' }) => ({
          name: OutputKey,
          value: OutputValue,
        }));
        if (!outputs.put(StackId, given)) continue;
        parameters.put(StackId, (Parameters ?? []).map(valueOf));
        const tags = tagsOf(Tags);
        items.push({
          id: StackName,
          arn: StackId,
          status: StackStatus,
          parentId: more.ParentId,
          drift: more.DriftInformation?.StackDriftStatus,
          topics: more.NotificationARNs?.length,
          roleArn: more.RoleARN,
          rollbackDisabled: more.DisableRollback,
          terminationProtection: more.EnableTerminationProtection,
          bootstrapVersion: versionIn(given),
          tags,
        });
      }
    }
    return { items, outputs, parameters };
  });
}

/**
 * A parameter's value; for one of an SSM parameter type, what the named SSM parameter held. CloudFormation gives asterisks
 * for a parameter with NoEcho. https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_Parameter.html
 */
const valueOf = ({ ParameterKey = '', ParameterValue = '', ResolvedValue }: Parameter): NamedValue => ({
  name: ParameterKey,
  value: ResolvedValue ?? ParameterValue,
});

/** https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-env.html */
function versionIn(outputs: readonly NamedValue[]): number | undefined {
  const value = outputs.find(({ name }) => name === 'BootstrapVersion')?.value ?? '';
  return /^\d{1,6}$/.test(value) ? Number(value) : undefined;
}

/** What its root stack decides for it. */
export const nested = {
  such: { parentId: 'arn:aws:cloudformation:eu-west-1:111122223333:stack/root/1' },
  when: ({ name, parentId }: { readonly name: string; readonly parentId: string | undefined }): string | undefined =>
    parentId === undefined ? undefined : `stack ${name} is part of another, which decides it`,
};
