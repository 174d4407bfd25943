import check from '../../../checks/cognito/cognito-user-pool-client-secret-required.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const details = (more: object) =>
  ({
    details: {
      oauth: true,
      grants: ['code'],
      addresses: ['https://shop.example.com/in'],
      providers: ['COGNITO'],
      authFlows: [],
      secret: false,
      tokens: [],
      ...more,
    },
  }) as never;
const base = { id: '1h57kf5cpq17m0eml12EXAMPLE', name: 'shop', pool: 'eu-west-1_a', poolName: 'customers' };

checkSuite(check, { ...base, ...(details({}) as object) }, [
  { when: 'it has a secret', given: details({ secret: true, grants: ['implicit'] }), expect: 'pass' },
  { when: 'it has none', given: details({}), expect: 'fail', message: /where the application runs on a server/ },
  { when: 'it gives tokens to browsers', given: details({ grants: ['code', 'implicit'] }), expect: 'not-applicable' },
  { when: 'its grants are not used', given: details({ oauth: false, grants: ['implicit'] }), expect: 'fail' },
  { when: 'it is of an app', given: details({ addresses: ['com.example.shop:/in'] }), expect: 'not-applicable' },
  {
    when: 'it is of a server under development',
    given: details({ addresses: ['http://localhost:3000'] }),
    expect: 'fail',
  },
  { when: 'AWS says no addresses', given: details({ addresses: undefined, grants: undefined }), expect: 'fail' },
  { when: 'AWS does not say', given: details({ secret: undefined }), expect: 'unknown' },
]);
