import check from '../../../checks/fms/fms-waf-policy-exists.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { cases, region } from './region.ts';

checkSuite(check, region, cases(['WAFV2', 'WAF'], 'SHIELD_ADVANCED'));
