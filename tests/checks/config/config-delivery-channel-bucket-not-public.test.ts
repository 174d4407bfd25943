import check from '../../../checks/config/config-delivery-channel-bucket-not-public.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { logBucketCases } from '../../helpers/log-bucket.ts';

const base = {
  id: '111122223333',
  name: 'The delivery channel of AWS Config in eu-west-1',
  channel: { name: 'default', bucket: 'trail-logs' },
};

checkSuite(check, base, [
  ...logBucketCases,
  { when: 'there is no delivery channel', given: { channel: undefined }, expect: 'not-applicable' },
]);
