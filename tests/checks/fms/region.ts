import { manages, plainMember, standsAlone } from '../../helpers/standing.ts';

export const region = { id: '111122223333', name: 'Firewall Manager in eu-west-1' };
const own = {
  administrators: [{ id: '111122223333', administrator: { account: '111122223333', status: 'READY' as const } }],
};
const other = {
  administrators: [{ id: '111122223333', administrator: { account: '444455556666', status: 'READY' as const } }],
};
const none = { administrators: [{ id: '111122223333', administrator: undefined }] };
type Kind =
  | 'WAF'
  | 'WAFV2'
  | 'SHIELD_ADVANCED'
  | 'SECURITY_GROUPS_CONTENT_AUDIT'
  | 'SECURITY_GROUPS_USAGE_AUDIT'
  | 'SECURITY_GROUPS_COMMON';
const policies = (...kinds: readonly Kind[]) => ({
  policies: kinds.map((kind, n) => ({
    id: `policy-${n}`,
    name: `policy-${n}`,
    arn: `arn:aws:fms:eu-west-1:111122223333:policy/policy-${n}`,
    kind,
    remediation: true,
    scope: 'ACTIVE' as 'ACTIVE' | 'OUT_OF_ADMIN_SCOPE' | undefined,
  })),
});
const elsewhere = (kind: Kind) => ({
  policies: policies(kind).policies.map((one) => ({ ...one, scope: 'OUT_OF_ADMIN_SCOPE' as const })),
});

/** Cases of a check that looks for a policy of some kind. */
export const cases = (wanted: readonly [Kind, ...Kind[]], another: Kind) =>
  [
    ...wanted.map((kind) => ({
      when: `it has one of kind ${kind}`,
      along: { ...manages(), ...own, ...policies(another, kind) },
      expect: 'pass' as const,
      message: /policy-1/,
    })),
    { when: 'it has others', along: { ...manages(), ...own, ...policies(another) }, expect: 'fail' },
    { when: 'it has none', along: { ...plainMember, ...own, ...policies() }, expect: 'fail' },
    {
      when: "it has another administrator's",
      along: { ...manages(), ...own, ...elsewhere(wanted[0]) },
      expect: 'fail',
    },
    {
      when: 'an administrator besides the default one has one',
      along: { ...plainMember, ...other, ...policies(wanted[0]) },
      expect: 'pass',
    },
    {
      when: 'an administrator besides the default one has others',
      along: { ...plainMember, ...other, ...policies(another) },
      expect: 'fail',
    },
    {
      when: 'another account administers it',
      along: { ...plainMember, ...other, ...policies() },
      expect: 'not-applicable',
      message: /account 444455556666/,
    },
    { when: 'nobody administers it', along: { ...manages(), ...none, ...policies() }, expect: 'not-applicable' },
    { when: 'the account stands alone', along: { ...standsAlone, ...none, ...policies() }, expect: 'not-applicable' },
  ] as const;
