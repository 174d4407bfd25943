import check from '../../../checks/sqs/sqs-queue-policy-not-public.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { notTold, perimeter, resourceControls } from '../../helpers/controls.ts';

const arn = 'arn:aws:sqs:eu-west-1:111122223333:orders';
const withPolicy = (...Statement: object[]) => ({
  attributes: { policy: JSON.stringify({ Version: '2012-10-17', Statement }), keyId: undefined, encryption: undefined },
});
const open = { Effect: 'Allow', Principal: '*', Action: 'sqs:SendMessage', Resource: arn };

checkSuite(
  check,
  { id: 'orders', name: 'orders', arn, url: 'https://sqs/orders', attributes: withPolicy().attributes },
  [
    {
      when: 'there is no policy',
      given: { attributes: { policy: undefined, keyId: undefined, encryption: undefined } },
      expect: 'pass',
    },
    {
      when: 'everybody may send',
      given: withPolicy(open),
      expect: 'fail',
      message: /writable by anyone on the internet/,
    },
    {
      when: 'a topic may send',
      given: withPolicy({
        ...open,
        Condition: { ArnEquals: { 'aws:SourceArn': 'arn:aws:sns:eu-west-1:111122223333:t' } },
      }),
      expect: 'pass',
    },
    {
      when: 'another account is named',
      given: withPolicy({ ...open, Principal: { AWS: '444455556666' } }),
      expect: 'pass',
    },
    {
      when: 'the policy cannot be read',
      given: { attributes: { policy: '{', keyId: undefined, encryption: undefined } },
      expect: 'unknown',
    },
    {
      when: 'a resource control policy keeps strangers out',
      given: withPolicy(open),
      along: resourceControls(perimeter('sqs:*')),
      expect: 'pass',
    },
    {
      when: 'resource control policies are not known',
      given: withPolicy(open),
      unreadAlong: { resourceControls: notTold },
      expect: 'fail',
      message: /not read/,
    },
  ],
);
