import check from '../../../checks/organizations/organizations-rcp-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { attachedCases } from './attached-cases.ts';

checkSuite(check, { id: '111122223333', name: 'The organization' }, attachedCases('RESOURCE_CONTROL_POLICY'));
