import { fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { table } from '../../src/services/dynamodb/table.ts';

export default state(table, 'dynamodb-table-pitr-enabled', {
  title: 'Tables can be restored to any point in time',
  at: 'backups.pointInTime',
  needs: ['details'],
  is: {
    ENABLED: pass('{label} can be restored to any point of the last {backups.days|35} days'),
    DISABLED: ({ name, details: { status, archivedTo } }) =>
      status === 'DELETING'
        ? notApplicable(`${name} is being deleted`)
        : status === 'ARCHIVED'
          ? notApplicable(`${name} is archived, and its items are in ${archivedTo ?? 'a backup'}`)
          : fail(`${name} has no point-in-time recovery; expected it to be on`),
  },
  unsaid: unknown('AWS does not say whether {label} has point-in-time recovery'),
  risk: 'What an application or a person overwrote or deleted by mistake is gone, or as old as the last backup.',
  fix: {
    text: 'Turn point-in-time recovery on: it costs by the size of the table, takes none of its capacity, and restores into a new table. Replicas of a global table have it each for themselves. `PointInTimeRecoveryEnabled=false` undoes it and drops what was kept.',
    cli: 'aws dynamodb update-continuous-backups --table-name {id} --point-in-time-recovery-specification PointInTimeRecoveryEnabled=true',
  },
  references: [
    'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html#dynamodb-2',
  ],
});
