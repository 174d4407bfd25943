import check from '../../../checks/backup/backup-vault-exists.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const region = { id: '111122223333', name: 'AWS Backup in eu-west-1', region: 'eu-west-1' };
const vault = (kind: string, where = 'eu-west-1') => ({
  others: [{ id: 'kept', name: 'kept', kind, region: where }] as never,
});

checkSuite(check, region as never, [
  { when: 'there is one', along: vault('BACKUP_VAULT'), expect: 'pass' },
  { when: 'there is an air-gapped one', along: vault('LOGICALLY_AIR_GAPPED_BACKUP_VAULT'), expect: 'pass' },
  { when: "there is a way to another account's alone", along: vault('RESTORE_ACCESS_BACKUP_VAULT'), expect: 'fail' },
  { when: 'there is one in another region', along: vault('BACKUP_VAULT', 'us-east-1'), expect: 'fail' },
]);
