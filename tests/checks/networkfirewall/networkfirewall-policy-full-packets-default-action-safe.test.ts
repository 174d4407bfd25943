import check from '../../../checks/networkfirewall/networkfirewall-policy-full-packets-default-action-safe.ts';
import { defaultActionSuite } from './default-action.ts';

defaultActionSuite(check, 'full');
