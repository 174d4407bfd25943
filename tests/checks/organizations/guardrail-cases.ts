import { branches } from '../../helpers/organization.ts';
import {
  administersFor,
  delegationsUnread,
  manages,
  organizationUnread,
  plainMember,
  standsAlone,
} from '../../helpers/standing.ts';

const off = { ...branches({}), roots: [{ id: 'r-ab12', name: 'Root', types: {} }] };
const alone = { ...branches({}), accounts: branches({}).accounts.slice(0, 1) };

/** What every check of what service control policies deny says, whatever it asks. */
export const guardrailCases = [
  {
    when: 'FullAWSAccess is all there is',
    along: { ...manages(), ...branches({}) },
    expect: 'fail',
    given: { partition: 'aws' },
  },
  {
    when: 'a delegated administrator sees FullAWSAccess alone',
    along: { ...administersFor('config.amazonaws.com'), ...branches({}) },
    expect: 'fail',
    given: { partition: 'aws' },
  },
  {
    when: 'the policies are turned off',
    along: { ...manages(), ...off },
    expect: 'fail',
    message: /turned off/,
    given: { partition: 'aws' },
  },
  { when: 'there is only the management account', along: { ...manages(), ...alone }, expect: 'not-applicable' },
  {
    when: 'the account is a plain member',
    along: plainMember,
    expect: 'not-applicable',
    message: /judged in account 999988887777/,
  },
  { when: 'the account stands alone', along: standsAlone, expect: 'not-applicable' },
  {
    when: 'a policy could not be read',
    along: { ...manages(), ...unreadable() },
    expect: 'unknown',
    given: { partition: 'aws' },
  },
  { when: 'nothing was read', unreadAlong: organizationUnread, expect: 'unknown', given: { partition: 'aws' } },
  {
    when: 'who is told was not read',
    along: plainMember,
    unreadAlong: delegationsUnread,
    expect: 'unknown',
    given: { partition: 'aws' },
  },
] as const;

/** A policy on the root whose document is none. */
function unreadable() {
  const { organizationPolicies, ...rest } = branches({ atRoot: { Broken: [] } });
  return {
    ...rest,
    organizationPolicies: organizationPolicies.map((policy) =>
      policy.name === 'Broken' ? { ...policy, document: undefined } : policy,
    ),
  };
}
