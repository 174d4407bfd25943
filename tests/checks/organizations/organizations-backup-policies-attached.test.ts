import check from '../../../checks/organizations/organizations-backup-policies-attached.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { attachedCases } from './attached-cases.ts';

checkSuite(check, { id: '111122223333', name: 'The organization' }, attachedCases('BACKUP_POLICY'));
