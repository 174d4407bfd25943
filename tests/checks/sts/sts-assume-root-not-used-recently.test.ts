import check from '../../../checks/sts/sts-assume-root-not-used-recently.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { cases, none } from './issued.ts';

checkSuite(check, { id: '111122223333', name: 'STS in eu-west-1', rootSessions: none }, cases('rootSessions', 900));
