import check from '../../../checks/fms/fms-security-group-audit-policy-exists.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { cases, region } from './region.ts';

checkSuite(
  check,
  region,
  cases(['SECURITY_GROUPS_CONTENT_AUDIT', 'SECURITY_GROUPS_USAGE_AUDIT'], 'SECURITY_GROUPS_COMMON'),
);
