import {
  GetAccountAuthorizationDetailsCommand,
  type GetAccountAuthorizationDetailsResponse,
  GetPolicyCommand,
  GetPolicyVersionCommand,
  IAMClient,
  type ManagedPolicyDetail,
} from '@aws-sdk/client-iam';
import type { World } from './world.ts';

/**
 * Of its own managed policies AWS lists those that are attached; the emulator lists all 1,300, which takes seconds.
 * The answer is put together once per account, when it is first asked for.
 */
export function cannedDetails(world: World): void {
  const answers = new Map<string, Promise<object>>();
  world.front.answer({ service: 'iam', operation: 'GetAccountAuthorizationDetails' }, ({ account, region }) => {
    let answer = answers.get(account);
    if (answer === undefined) answers.set(account, (answer = detailsOf(new IAMClient(world.behind(account, region)))));
    return answer;
  });
}

async function detailsOf(iam: IAMClient): Promise<object> {
  const { $metadata: _, ...details } = await iam.send(
    new GetAccountAuthorizationDetailsCommand({ Filter: ['User', 'Group', 'Role', 'LocalManagedPolicy'] }),
  );
  const arns = [...new Set(attachedTo(details).filter((arn) => arn.startsWith('arn:aws:iam::aws:')))].sort();
  const own = await Promise.all(arns.map((arn) => managedPolicy(iam, arn)));
  return { ...details, Policies: [...(details.Policies ?? []), ...own] };
}

function attachedTo(details: Partial<GetAccountAuthorizationDetailsResponse>): string[] {
  const { UserDetailList = [], GroupDetailList = [], RoleDetailList = [] } = details;
  return [...UserDetailList, ...GroupDetailList, ...RoleDetailList].flatMap(({ AttachedManagedPolicies = [] }) =>
    AttachedManagedPolicies.flatMap(({ PolicyArn }) => PolicyArn ?? []),
  );
}

async function managedPolicy(iam: IAMClient, PolicyArn: string): Promise<ManagedPolicyDetail> {
  const { Policy = {} } = await iam.send(new GetPolicyCommand({ PolicyArn }));
  const { PolicyVersion } = await iam.send(
    new GetPolicyVersionCommand({ PolicyArn, VersionId: Policy.DefaultVersionId }),
  );
  const { PolicyName, PolicyId, Path, DefaultVersionId, AttachmentCount } = Policy;
  const version = { VersionId: DefaultVersionId, IsDefaultVersion: true, Document: PolicyVersion?.Document };
  return {
    Arn: PolicyArn,
    PolicyName,
    PolicyId,
    Path,
    DefaultVersionId,
    AttachmentCount,
    PolicyVersionList: [version],
  };
}
