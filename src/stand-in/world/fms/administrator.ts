import { answers } from '../../answers.ts';
import { account } from '../../facts.ts';

export default answers('fms', { GetAdminAccount: { AdminAccount: account, RoleStatus: 'READY' } });
