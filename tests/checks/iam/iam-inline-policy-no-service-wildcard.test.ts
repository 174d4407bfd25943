import check from '../../../checks/iam/iam-inline-policy-no-service-wildcard.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { inlineBase } from './fixtures.ts';
import { fullServiceCases } from './policy-documents.ts';

checkSuite(check, inlineBase, [...fullServiceCases]);
