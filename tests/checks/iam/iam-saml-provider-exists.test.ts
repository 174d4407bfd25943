import check from '../../../checks/iam/iam-saml-provider-exists.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

checkSuite(
  check,
  {
    id: '111122223333',
    samlProviders: [{ arn: 'arn:aws:iam::111122223333:saml-provider/corporate', validUntil: undefined }],
  },
  [
    { when: 'there is one', expect: 'pass', message: /1 SAML identity provider$/ },
    { when: 'there is none', given: { samlProviders: [] }, expect: 'fail' },
  ],
);
