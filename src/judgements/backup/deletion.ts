import { allDenied } from '../organization/denied.ts';
import type { Asker, Denial, Denied } from '../organization/denied.ts';
import { parseDocument } from '../../text/policy-document.ts';
import { shell } from '../../text/shell.ts';

const askers: readonly Asker[] = ['user', 'role'];

/** Recovery points are named by the service that keeps them: AWS Backup itself, or EC2 for snapshots and images. */
const recoveryPoints: readonly Denial['on'][] = [
  ({ account, partition, region }) => `arn:${partition}:backup:${region}:${account}:recovery-point:00000000`,
  ({ partition, region }) => `arn:${partition}:ec2:${region}::snapshot/snap-00000000000000000`,
];

interface Vault {
  readonly arn: string;
  readonly account: string;
  readonly partition: string;
  readonly region: string;
  /** ms since 1970 */
  readonly now: number;
}

/** Whether a vault's policy denies something to everybody whom it does not exempt by name, asked of the policy engine. */
export function deniedByVault(policy: string, action: string, { arn, account, partition, region, now }: Vault): Denied {
  const parsed = parseDocument(policy);
  if (!parsed.ok) return { answer: 'unknown', because: parsed.reason };
  const on = action.includes('RecoveryPoint') ? recoveryPoints : [() => arn];
  return allDenied(
    askers,
    on.map((one) => ({ action, on: one, region })),
    { resourcePolicies: [{ name: 'vault access policy', document: policy }] },
    { account, partition, now },
  );
}

const denial = {
  Sid: 'KeepRecoveryPoints',
  Effect: 'Deny',
  Principal: '*',
  Action: ['backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle'],
  Resource: '*',
};

/** The command that makes a vault's policy deny deletion, besides what it says; undefined where the policy cannot be read. */
export function denyDeletion(id: string, policy: string | undefined): string | undefined {
  const parsed = policy === undefined ? undefined : parseDocument(policy);
  if (parsed !== undefined && (!parsed.ok || parsed.duplicates.length > 0)) return undefined;
  const document = (parsed?.json ?? { Version: '2012-10-17' }) as { readonly Statement?: unknown };
  const said: readonly unknown[] = [document.Statement ?? []].flat();
  const text = JSON.stringify({ ...document, Statement: [...said, denial] });
  return shell`aws backup put-backup-vault-access-policy --backup-vault-name ${id} --policy ${text}`;
}
