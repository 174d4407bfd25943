import check from '../../../checks/artifact/artifact-baa-agreement-active.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const of = (rest: object = {}) => ({
  id: 'customer-agreement-0',
  name: 'AWS Business Associate Addendum',
  state: 'ACTIVE' as const,
  type: 'DEFAULT' as const,
  organization: undefined,
  end: undefined,
  ...rest,
});
const nda = of({ name: 'AWS Nondisclosure Agreement' });

checkSuite(check, { id: '111122223333', name: 'AWS Artifact', agreements: [] }, [
  {
    when: 'the account accepted it',
    given: { agreements: [nda, of()] },
    expect: 'pass',
    message: /^AWS Business Associate Addendum is in force$/,
  },
  {
    when: 'the organization did',
    given: {
      agreements: [
        of({
          name: 'AWS Organizations Business Associate Addendum',
          organization: 'arn:aws:organizations::999900001111:organization/o-a',
        }),
      ],
    },
    expect: 'pass',
    message: /accepted for the organization$/,
  },
  {
    when: 'it has another case',
    given: { agreements: [of({ name: 'aws BUSINESS associate addendum' })] },
    expect: 'pass',
  },
  { when: 'there is none', given: { agreements: [] }, expect: 'fail' },
  { when: 'there is another agreement', given: { agreements: [nda] }, expect: 'fail' },
  { when: 'the account ended it', given: { agreements: [of({ state: 'CUSTOMER_TERMINATED' })] }, expect: 'fail' },
  { when: 'AWS ended it', given: { agreements: [of({ state: 'AWS_TERMINATED' })] }, expect: 'fail' },
  { when: 'its end is over', given: { agreements: [of({ end: '2020-01-01T00:00:00.000Z' })] }, expect: 'fail' },
  { when: 'its end is to come', given: { agreements: [of({ end: '2099-01-01T00:00:00.000Z' })] }, expect: 'pass' },
  {
    when: 'one ended and another is in force',
    given: { agreements: [of({ state: 'AWS_TERMINATED' }), of()] },
    expect: 'pass',
  },
  { when: 'it has a state of tomorrow', given: { agreements: [of({ state: 'PAUSED' })] }, expect: 'unknown' },
  { when: 'it has no state', given: { agreements: [of({ state: undefined })] }, expect: 'unknown' },
  {
    when: 'an agreement has no name',
    given: { agreements: [of({ name: undefined })] },
    expect: 'unknown',
    message: /customer-agreement-0/,
  },
  {
    when: 'one that ended has no name',
    given: { agreements: [of({ name: undefined, state: 'AWS_TERMINATED' })] },
    expect: 'fail',
  },
  {
    when: 'something of their own was agreed',
    given: { agreements: [nda, of({ name: 'Acme terms', type: 'CUSTOM' })] },
    expect: 'manual',
    message: /: Acme terms$/,
  },
  {
    when: 'something of their own was agreed and ended',
    given: { agreements: [of({ name: 'Acme terms', type: 'MODIFIED', state: 'AWS_TERMINATED' })] },
    expect: 'fail',
  },
]);
