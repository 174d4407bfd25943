import check from '../../../checks/artifact/artifact-organization-agreement-active.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { manages, organizationUnread, plainMember, standsAlone } from '../../helpers/standing.ts';

const of = (rest: object = {}) => ({
  id: 'customer-agreement-0',
  name: 'AWS Organizations Business Associate Addendum',
  state: 'ACTIVE' as 'ACTIVE' | 'CUSTOMER_TERMINATED' | undefined,
  type: 'DEFAULT' as const,
  organization: 'arn:aws:organizations::999900001111:organization/o-a' as string | undefined,
  end: undefined as string | undefined,
  ...rest,
});

checkSuite(check, { id: '111122223333', name: 'AWS Artifact', agreements: [of()] }, [
  { when: 'one is in force', along: manages(), expect: 'pass' },
  { when: 'a member sees it', along: plainMember, expect: 'pass' },
  { when: 'there is none', given: { agreements: [] }, along: manages(), expect: 'fail' },
  {
    when: 'the account has one alone',
    given: { agreements: [of({ organization: undefined })] },
    along: manages(),
    expect: 'fail',
  },
  {
    when: 'it was ended',
    given: { agreements: [of({ state: 'CUSTOMER_TERMINATED' })] },
    along: manages(),
    expect: 'fail',
    message: /have ended/,
  },
  {
    when: 'its end is over',
    given: { agreements: [of({ end: '2020-01-01T00:00:00.000Z' })] },
    along: manages(),
    expect: 'fail',
  },
  {
    when: 'AWS does not say its state',
    given: { agreements: [of({ state: undefined })] },
    along: manages(),
    expect: 'unknown',
  },
  { when: 'the account stands alone', along: standsAlone, expect: 'not-applicable' },
  { when: 'nothing was read', unreadAlong: organizationUnread, expect: 'unknown' },
]);
