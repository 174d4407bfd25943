import check from '../../../checks/iam/iam-inline-policy-no-pass-role-to-anything.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { inlineBase } from './fixtures.ts';
import { passedRoles } from './policy-documents.ts';

checkSuite(check, inlineBase, [...passedRoles]);
