import { defineCheck } from '../../src/engine/check.ts';
import { judgeAttached, policiesInUse, turnOn } from '../../src/judgements/organization/attached.ts';
import { standing } from '../../src/judgements/organization/standing.ts';
import { organization } from '../../src/services/organizations/organization.ts';

const type = 'BACKUP_POLICY';

export default defineCheck({
  id: 'organizations-backup-policies-attached',
  title: 'Backup policies of the organization are attached',
  resource: organization,
  derived: { standing },
  along: policiesInUse,
  risk: 'Whether anything is backed up is left to each account, and an administrator of one deletes its plans.',
  fix: {
    text: 'Turn backup policies on and attach one with plans for what is tagged; accounts below get plans that nobody there can change.',
    exact: (_organization, context) => turnOn(type, context),
  },
  references: ['https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_backup.html'],
  evaluate: (_organization, context) => judgeAttached({ type, what: 'backup policies' }, context),
});
