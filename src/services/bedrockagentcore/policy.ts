import { shell } from '../../text/shell.ts';

/** The command that gives a resource of AgentCore another policy, or takes it away. */
export const putPolicy = ({ arn = '' }: { readonly arn?: string | undefined }, policy: string | undefined): string =>
  policy === undefined
    ? shell`aws bedrock-agentcore-control delete-resource-policy --resource-arn ${arn}`
    : shell`aws bedrock-agentcore-control put-resource-policy --resource-arn ${arn} --policy ${policy}`;
