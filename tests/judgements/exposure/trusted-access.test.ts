import { describe, expect, it } from 'vitest';
import { exposure } from '../../../src/iam/index.ts';
import { ownOrganizationOf } from '../../../src/judgements/organization/own-organization.ts';
import { judgeTrusted } from '../../../src/judgements/exposure/trusted-access.ts';

const arn = 'arn:aws:sqs:eu-west-1:111122223333:jobs';

function judge(
  principal: unknown,
  more: object,
  organization: string | null | undefined,
  trustedAccounts: readonly string[] = [],
) {
  const policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: principal, Action: 'sqs:SendMessage', Resource: arn, ...more }],
  });
  return judgeTrusted({
    name: 'jobs',
    ways: 'through its policy',
    organization: () => {
      if (organization === 'denied') throw new Error('looked at what could not be read');
      return organization;
    },
    documents: [policy],
    expose: (own) =>
      exposure(
        { kind: 'sqs', arn, policy },
        { account: '111122223333', trustedAccounts, ...(own === undefined ? {} : { organization: own }) },
      ),
  });
}

const inOrg = (...ids: readonly string[]) => ({ Condition: { StringEquals: { 'aws:PrincipalOrgID': ids } } });

describe('judgeTrusted', () => {
  it.each([
    ['nobody else', { AWS: '111122223333' }, {}, 'o-oursoursou', 'pass'],
    ['a stranger', { AWS: '444455556666' }, {}, 'o-oursoursou', 'fail'],
    ['the own organization', '*', inOrg('o-oursoursou'), 'o-oursoursou', 'pass'],
    ['the own organization, by a variable', '*', inOrg('${aws:ResourceOrgID}'), 'o-oursoursou', 'pass'],
    ['another organization', '*', inOrg('o-theirsthei'), 'o-oursoursou', 'fail'],
    ['two organizations', '*', inOrg('o-oursoursou', 'o-theirsthei'), 'o-oursoursou', 'fail'],
    ['one organization, the own one not being known', '*', inOrg('o-theirsthei'), undefined, 'unknown'],
    ['one organization, the account being in none', '*', inOrg('o-theirsthei'), null, 'fail'],
    ['everybody, and the organization is denied', '*', {}, 'denied', 'fail'],
    ['a stranger, and the organization is denied', { AWS: '444455556666' }, {}, 'denied', 'fail'],
    ['nobody else, and the organization is denied', { AWS: '111122223333' }, {}, 'denied', 'pass'],
  ] as const)('judges a policy that lets in %s', (_who, principal, more, organization, expected) => {
    expect(judge(principal, more, organization).kind).toBe(expected);
  });

  it('looks for the organization when one gets in', () => {
    expect(() => judge('*', inOrg('o-theirsthei'), 'denied')).toThrow('looked at what could not be read');
  });

  it('does not call the own organization a stranger', () => {
    const found = judge('*', inOrg('o-oursoursou', 'o-theirsthei'), 'o-oursoursou');
    expect(found).toMatchObject({ message: expect.stringMatching(/ by organization o-theirsthei, outside/) as string });
  });

  it('counts trusted accounts', () => {
    expect(judge({ AWS: ['444455556666'] }, {}, null, ['444455556666'])).toMatchObject({
      kind: 'pass',
      observed: { trustedAccounts: ['444455556666'] },
    });
  });

  it('names a few of many strangers, and shows more in the evidence', () => {
    const many = Array.from({ length: 7 }, (_, at) => `44445555666${at}`);
    expect(judge({ AWS: many }, {}, null)).toMatchObject({
      message: expect.stringContaining(
        'account 444455556660, account 444455556661, account 444455556662, account 444455556663 and 3 more, outside the trusted accounts',
      ) as string,
      observed: { strangers: many },
    });
  });
});

describe('ownOrganizationOf', () => {
  it.each([
    ['its id', [{ details: { id: 'o-1' } }], 'o-1'],
    ['that there is none', [{ details: undefined }], null],
    ['that there is none where there is no such service', [], null],
    ['nothing when the answer has no id', [{ details: { id: undefined } }], undefined],
  ])('tells %s', (_what, given, expected) => {
    expect(ownOrganizationOf(given)).toBe(expected);
  });
});
