import check from '../../../checks/lambda/lambda-function-runtime-supported.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const of = (runtime: string, packaged: 'Zip' | 'Image' = 'Zip') => ({
  configuration: { package: packaged, runtime, vpc: undefined, deadLetters: undefined },
});
const orders = {
  id: 'orders',
  name: 'orders',
  arn: 'arn:aws:lambda:us-east-1:111122223333:function:orders',
  ...of('nodejs24.x'),
};

checkSuite(check, orders, [
  { when: 'it is supported', expect: 'pass', message: /until 2028-04-30/ },
  { when: 'it is not any more', given: of('nodejs16.x'), expect: 'fail', message: /since 2024-06-12/ },
  { when: 'a version is not known here', given: of('nodejs99.x'), expect: 'unknown', message: /nodejs99\.x/ },
  { when: 'its name is one that every object has', given: of('constructor'), expect: 'unknown' },
  { when: 'it is an image', given: of('nodejs16.x', 'Image'), expect: 'not-applicable' },
]);
