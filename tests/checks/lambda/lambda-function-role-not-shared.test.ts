import check from '../../../checks/lambda/lambda-function-role-not-shared.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const arn = (name: string) => `arn:aws:lambda:us-east-1:111122223333:function:${name}`;
const role = 'arn:aws:iam::111122223333:role/job';
const of = (name: string, more: object = {}) => ({ id: name, name, arn: arn(name), role, ...more });
const orders = of('orders');

checkSuite(check, orders, [
  { when: 'no other has its role', along: { functions: [orders, of('b', { role: `${role}2` })] }, expect: 'pass' },
  { when: 'another has its role', along: { functions: [orders, of('b')] }, expect: 'fail', message: /as b does/ },
  { when: 'two others have its role', along: { functions: [of('b'), of('c')] }, expect: 'fail', message: /b, c do/ },
  { when: 'its role is not said', given: { role: undefined }, expect: 'unknown' },
]);
