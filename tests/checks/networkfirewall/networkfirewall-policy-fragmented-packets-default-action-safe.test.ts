import check from '../../../checks/networkfirewall/networkfirewall-policy-fragmented-packets-default-action-safe.ts';
import { defaultActionSuite } from './default-action.ts';

defaultActionSuite(check, 'fragments');
