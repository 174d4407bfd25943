import { manages, organizationUnread, plainMember, standsAlone } from '../../helpers/standing.ts';

export const roots = (...on: readonly string[]) => ({
  roots: [{ id: 'r-ab12', name: 'Root', types: Object.fromEntries(on.map((type) => [type, 'ENABLED'])) }] as never[],
});
export const policies = (policyType: string, ...all: readonly object[]) => ({
  organizationPolicies: all.map((one, n) => ({
    id: `p-${n}`,
    name: `own-${n}`,
    policyType,
    awsManaged: false,
    targets: [],
    ...one,
  })) as never[],
});

/** What every check says that asks whether a type of policy is in use. */
export const attachedCases = (type: string) =>
  [
    {
      when: 'one is attached to a unit',
      along: { ...manages(), ...roots(type), ...policies(type, { targets: ['ou-ab12-outer'] }) },
      expect: 'pass',
      message: /attached: own-0/,
    },
    {
      when: 'one is attached to nothing',
      along: { ...manages(), ...roots(type), ...policies(type, {}) },
      expect: 'fail',
      message: /attached to nothing: own-0/,
    },
    {
      when: "AWS's own is attached everywhere",
      along: { ...manages(), ...roots(type), ...policies(type, { awsManaged: true, targets: ['r-ab12'] }) },
      expect: 'fail',
      message: /none of its own/,
    },
    {
      when: 'another type is attached',
      along: { ...manages(), ...roots(type), ...policies('CHATBOT_POLICY', { targets: ['r-ab12'] }) },
      expect: 'fail',
    },
    {
      when: 'the type is turned off',
      along: { ...manages(), ...roots('CHATBOT_POLICY') },
      expect: 'fail',
      message: /turned off for root r-ab12/,
      fix: { cli: `aws organizations enable-policy-type --root-id r-ab12 --policy-type ${type}` },
    },
    { when: 'no root is listed', along: manages(), expect: 'unknown' },
    { when: 'the account is a plain member', along: plainMember, expect: 'not-applicable' },
    { when: 'the account stands alone', along: standsAlone, expect: 'not-applicable' },
    { when: 'nothing was read', along: roots(type), unreadAlong: organizationUnread, expect: 'unknown' },
  ] as const;
