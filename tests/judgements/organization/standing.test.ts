import { describe, expect, it } from 'vitest';
import { Derivations } from '../../../src/engine/derive.ts';
import type { UnreadReason } from '../../../src/engine/check.ts';
import {
  administers,
  looksIntoOrganization,
  notHere,
  notInOne,
  standing,
  type Standing,
} from '../../../src/judgements/organization/standing.ts';
import {
  administersFor,
  delegationsUnread,
  manages,
  organizationUnread,
  plainMember,
  standsAlone,
  toldMember,
} from '../../helpers/standing.ts';

const account = '111122223333';
const config = 'config.amazonaws.com';

function stands(along: object, unread: Readonly<Record<string, UnreadReason>> = {}): Standing {
  const context = { account, partition: 'aws', now: 0, trustedAccounts: [], unreadRegions: [] };
  const read = Object.fromEntries(Object.keys(standing.along).map((name) => [name, []]));
  return (new Derivations(context).of({ standing }, { ...read, ...along }, unread) as { readonly standing: Standing })
    .standing;
}

/** What is said of the organisation, and of AWS Config. */
const table: readonly [string, Standing, string, string, string][] = [
  ['no item: the partition has none', stands({}), 'alone', 'alone', 'alone'],
  ['in none', stands(standsAlone), 'alone', 'alone', 'alone'],
  ['the management account, nobody delegated', stands(manages()), 'management', 'here', 'here'],
  [
    'the management account, another service delegated',
    stands(manages({ '4': ['fms.amazonaws.com'] })),
    'management',
    'here',
    'here',
  ],
  [
    'the management account, the service delegated',
    stands(manages({ '4': [config] })),
    'management',
    'here',
    'elsewhere',
  ],
  ['the management account, delegations unread', stands(manages(), delegationsUnread), 'management', 'here', 'unknown'],
  ['a plain member', stands(plainMember), 'member', 'elsewhere', 'elsewhere'],
  ['a member, delegations unread', stands(plainMember, delegationsUnread), 'member', 'unknown', 'unknown'],
  ['the delegated administrator of the service', stands(administersFor(config)), 'member', 'here', 'here'],
  [
    'the delegated administrator of another service',
    stands(administersFor('fms.amazonaws.com')),
    'member',
    'here',
    'elsewhere',
  ],
  [
    'one of two delegated administrators',
    stands(toldMember({ '4': [config], [account]: [config] })),
    'member',
    'here',
    'here',
  ],
  [
    'another is the delegated administrator',
    stands(toldMember({ '4': [config], [account]: [] })),
    'member',
    'here',
    'elsewhere',
  ],
  ['nothing read', stands({}, organizationUnread), 'unknown', 'unknown', 'unknown'],
];

const kindOf = (look: ReturnType<typeof administers>): string =>
  look.here === true ? 'here' : look.here === 'unknown' ? 'unknown' : look.kind;

describe('who may look', () => {
  it.each(table)('%s', (_, found, kind, organization, service) => {
    expect(found.kind).toBe(kind);
    expect(kindOf(looksIntoOrganization(found))).toBe(organization);
    expect(kindOf(administers(found, config))).toBe(service);
  });

  it('makes no finding elsewhere, and an unknown one where it is not known, which names what is missing', () => {
    const verdicts = table.map(([, found]) => notHere(administers(found, config), 'x'));
    expect(verdicts.map((verdict) => verdict?.kind)).toEqual(
      table.map(([, , , , service]) =>
        service === 'here' ? undefined : service === 'unknown' ? 'unknown' : 'not-applicable',
      ),
    );
    for (const verdict of verdicts) if (verdict?.kind === 'unknown') expect(verdict.without).not.toEqual([]);
  });

  it('names the account in which it is judged', () => {
    const why = (found: Standing): unknown => notHere(administers(found, config), 'AWS Config');
    expect(why(stands(plainMember))).toMatchObject({
      reason: 'AWS Config: judged in account 999988887777, or in the one to which that delegates it',
    });
    expect(why(stands(manages({ '444455556666': [config] })))).toMatchObject({
      reason: 'AWS Config: judged in account 444455556666',
    });
  });

  it('says whether the account is in one at all', () => {
    expect(table.map(([, found]) => notInOne(found)?.kind)).toEqual(
      table.map(([, , kind]) => (kind === 'alone' ? 'not-applicable' : kind === 'unknown' ? 'unknown' : undefined)),
    );
  });
});
