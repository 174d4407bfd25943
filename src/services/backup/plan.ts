import type { ConditionParameter } from '@aws-sdk/client-backup';
import { listed } from '../../inventory/listed.ts';
import { arnAccount } from '../../text/arn.ts';
import { backup } from './service.ts';

interface Tag {
  readonly key: string;
  readonly value: string;
}

/** What a plan backs up, as AWS keeps it (https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupSelection.html). */
export interface Selection {
  readonly name: string;
  /** ARNs, with `*` for any text. */
  readonly resources: readonly string[];
  readonly notResources: readonly string[];
  /** Any of these tags. */
  readonly anyTag: readonly Tag[];
  /** Every one of these: `StringEquals`, `StringLike`, `StringNotEquals`, `StringNotLike`. */
  readonly conditions: readonly (Tag & { readonly operator: string })[];
}

const tagOf = ({ ConditionKey: key = '', ConditionValue: value = '' }: ConditionParameter): Tag => ({ key, value });

const operators = ['StringEquals', 'StringLike', 'StringNotEquals', 'StringNotLike'] as const;

/** A backup plan. What an organization's backup policy makes in the account is listed too. */
export const backupPlan = listed(backup, 'AWS::Backup::BackupPlan', 'ListBackupPlans', {
  at: 'BackupPlansList',
  input: { MaxResults: 1000 },
  narrows: { IncludeDeleted: 'hides plans that were deleted: they back up nothing' },
  references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/API_ListBackupPlans.html'],
  id: ({ BackupPlanId, DeletionDate }) => (DeletionDate === undefined ? BackupPlanId : undefined),
  label: ({ name }) => `The backup plan ${name}`,
  keep: { arn: 'BackupPlanArn', name: 'BackupPlanName' },
}).facets((facet) => ({
  selections: facet({
    calls: ['ListBackupSelections', 'GetBackupSelection'],
    often: { GetBackupSelection: 'per selection' },
    async read(api, { id }) {
      const found: Selection[] = [];
      for await (const page of api.pages('ListBackupSelections', { BackupPlanId: id, MaxResults: 1000 })) {
        for (const { SelectionId } of page.BackupSelectionsList ?? []) {
          const { BackupSelection } = await api.call('GetBackupSelection', { BackupPlanId: id, SelectionId });
          const { SelectionName, Resources, NotResources, ListOfTags, Conditions } = BackupSelection ?? {};
          found.push({
            name: SelectionName ?? SelectionId ?? '',
            // What is left out chooses and excludes nothing by itself: https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupSelection.html
            resources: Resources ?? [],
            notResources: NotResources ?? [],
            // https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupSelection.html
            anyTag: (ListOfTags ?? []).map(tagOf),
            conditions: operators.flatMap((operator) =>
              (Conditions?.[operator] ?? []).map((each) => ({ operator, ...tagOf(each) })),
            ),
          });
        }
      }
      return found;
    },
  }),
  /** To which vaults its rules copy what they back up. */
  copies: facet({
    calls: ['GetBackupPlan'],
    async read(api, { id }) {
      const { BackupPlan } = await api.call('GetBackupPlan', { BackupPlanId: id });
      // A rule that copies nowhere has no such list: https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupRule.html
      return BackupPlan?.Rules?.flatMap(({ RuleName: rule, CopyActions }) =>
        (CopyActions ?? []).map(({ DestinationBackupVaultArn: vault = '' }) => {
          const owner = arnAccount(vault);
          return { rule, vault, elsewhere: owner === undefined ? undefined : owner !== api.account };
        }),
      );
    },
  }),
  /** Of each type of resource, whether AWS Backup is on for it in the region. Asked only where there is a plan. */
  optIn: facet({
    calls: ['DescribeRegionSettings'],
    often: { DescribeRegionSettings: 'once' },
    read: (api) =>
      api.once(
        'opt-in',
        async (): Promise<Readonly<Record<string, boolean>>> =>
          (await api.call('DescribeRegionSettings', {})).ResourceTypeOptInPreference ?? {},
      ),
  }),
}));
