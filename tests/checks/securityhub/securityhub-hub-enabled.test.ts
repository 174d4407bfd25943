import check from '../../../checks/securityhub/securityhub-hub-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const base = {
  id: '111122223333',
  name: 'Security Hub in eu-west-1',
  details: { subscribedAt: '2025-01-01T00:00:00.000Z', autoEnableControls: true },
  standards: [
    {
      arn: 'arn:aws:securityhub:eu-west-1::standards/aws-foundational-security-best-practices/v/1.0.0',
      status: 'READY',
    },
  ],
  products: ['arn:aws:securityhub:eu-west-1:111122223333:product-subscription/aws/securityhub'],
};
const [standard] = base.standards;

checkSuite(check, base, [
  { when: 'a standard is enabled', expect: 'pass', message: /1 standard$/ },
  {
    when: 'a standard is being enabled',
    given: { standards: [{ ...standard, arn: 'a', status: 'PENDING' }] },
    expect: 'pass',
  },
  {
    when: 'only an integration is enabled',
    given: {
      standards: [],
      products: [...base.products, 'arn:aws:securityhub:eu-west-1:111122223333:product-subscription/aws/guardduty'],
    },
    expect: 'fail',
    message: /no standard is; it takes in findings of 1 other products/,
  },
  {
    when: 'it is not enabled',
    given: { details: undefined, standards: [], products: [] },
    expect: 'fail',
    message: /is not enabled$/,
  },
  {
    when: 'it has only its own findings',
    given: { standards: [] },
    expect: 'fail',
    message: /is enabled, but no standard is$/,
  },
  { when: 'the standard failed', given: { standards: [{ arn: 'a', status: 'FAILED' }] }, expect: 'fail' },
  {
    when: 'the standard is being removed',
    given: { standards: [{ arn: 'a', status: 'DELETING' }], products: [] },
    expect: 'fail',
  },
]);
