import { describe, expect, it } from 'vitest';
import { checks } from '../../checks/index.ts';
import { accountsIn, fromMutelist, type Migrated } from '../../src/elsewhere/mutelist.ts';

const live = new Set(checks.map(({ id }) => id));
const anywhere = { Regions: ['*'], Resources: ['*'] };

/** What one rule of a mutelist becomes. */
const of = (check: string, rule: object, account = '*'): Migrated =>
  fromMutelist({ [account]: { Checks: { [check]: rule } } }, { owner: 'team', live });
const mfa = 'iam_user_hardware_mfa_enabled';
const ours = { check: 'iam-user-hardware-mfa-enabled', reason: 'Muted in Prowler', owner: 'team' };

describe('a mutelist of Prowler', () => {
  it.each([
    ['everything of a check', {}, [{}]],
    ['a region', { Regions: ['us-east-1'] }, [{ region: 'us-east-1' }]],
    ['regions that begin so', { Regions: ['^eu-'] }, [{ region: 'eu-*' }]],
    ['two resources', { Resources: ['a', '^b$'] }, [{ resource: 'arn:*:*:*:*:*a*' }, { resource: 'b' }]],
    ['an ARN', { Resources: ['arn:aws:iam::1:user/x'] }, [{ resource: 'arn:aws:iam::1:user/x*' }]],
    ['a tag', { Tags: ['env=dev'] }, [{ tag: 'env=dev' }]],
    ['a tag with any value', { Tags: ['env=.*'] }, [{ tag: 'env' }]],
    ['one tag or the other', { Tags: ['env=dev | env=test'] }, [{ tag: 'env=dev' }, { tag: 'env=test' }]],
    ['no tag in particular', { Tags: ['*'] }, [{}]],
  ])('mutes %s', (_, rule, selectors) => {
    const { suppressions, left } = of(mfa, { ...anywhere, ...rule });
    expect(suppressions).toEqual(selectors.map((selector) => ({ ...ours, ...selector })));
    expect(left).toEqual([]);
  });

  it('mutes in one account, for a reason, until a day', () => {
    const rule = { ...anywhere, Description: 'Break glass' };
    const { suppressions } = fromMutelist(
      { '123456789012': { Checks: { [mfa]: rule } } },
      { owner: 'team', until: '2027-01-31', live },
    );
    expect(suppressions).toEqual([{ ...ours, account: '123456789012', reason: 'Break glass', until: '2027-01-31' }]);
  });

  it('says what of a resource no pattern says, and accepts the rest', () => {
    const { suppressions, left } = of(mfa, { ...anywhere, Resources: ['^a$', '[a-z]+'] });
    expect(suppressions).toEqual([{ ...ours, resource: 'a' }]);
    expect(left[0]?.why).toContain('[a-z]+ is a regular expression');
  });

  it.each([
    ['exceptions', mfa, { ...anywhere, Exceptions: { Regions: ['eu-west-1'] } }, 'exceptions'],
    ['several tags', mfa, { ...anywhere, Tags: ['a=b', 'c=d'] }, 'several tags'],
    ['everything', '*', anywhere, 'mutes everything'],
    ['an unknown check', 'no_such_check', anywhere, 'no control is called no_such_check'],
    ['a pattern of no check', 'no_such_*thing', anywhere, 'regular'],
    ['no regions', mfa, { Resources: ['*'] }, 'no Regions'],
    ['no resources', mfa, { Regions: ['*'], Resources: [] }, 'no Resources'],
  ])('with %s accepts nothing, and says why', (_, check, rule, why) => {
    const { suppressions, left } = of(check, rule);
    expect(suppressions).toEqual([]);
    expect(left.map((each) => each.why).join()).toMatch(
      new RegExp(why === 'regular' ? 'repeats|matches no check' : why),
    );
  });

  it('accepts nothing by an account that is none', () => {
    expect(of(mfa, anywhere, 'prod')).toMatchObject({ suppressions: [], left: [{ what: 'prod' }] });
  });

  it('takes every check that a pattern names, of those that are live', () => {
    const { suppressions } = of('^iam_user_', { ...anywhere, Resources: ['^x$'] });
    const ids = suppressions.map(({ check }) => check);
    expect(ids.length).toBeGreaterThan(3);
    for (const id of ids) expect(live).toContain(id);
  });

  it('says which check accepts more than was muted', () => {
    const both = checks.find(({ same }) => (same.prowler?.length ?? 0) > 1);
    const [first = '', ...others] = both?.same.prowler ?? [];
    const { wider } = of(first, anywhere);
    expect(wider.find(({ check }) => check === both?.id)?.also).toEqual(expect.arrayContaining(others));
  });

  it('takes the old names of checks of Lambda', () => {
    const { suppressions } = of('lambda_function_not_publicly_accessible', anywhere);
    expect(suppressions[0]?.check).toMatch(/^lambda-function/);
  });

  it.each([
    [{ Mutelist: { Accounts: {} } }, true],
    [{ Allowlist: { Accounts: {} } }, true],
    [{ Mutelist: [] }, false],
    [['Mutelist'], false],
    ['Mutelist', false],
    [null, false],
  ])('%j is one: %s', (document, is) => expect(accountsIn(document) !== undefined).toBe(is));
});
