import { describe, expect, it } from 'vitest';
import { accountFromDetails } from '../../../src/iam/graph/details.ts';
import { ActionMask } from '../../../src/iam/graph/mask.ts';
import { Rights } from '../../../src/iam/graph/rights.ts';
import { subjectOf } from '../../../src/iam/graph/subject.ts';
import { NO, YES } from '../../../src/iam/types.ts';
import { allow, details, doc } from '../paths/account.ts';

describe('what a principal may, under resource control policies', () => {
  it('differs between resources that its own policies treat alike', () => {
    const account = accountFromDetails(
      details({ users: { alice: { inline: [doc(allow('s3:GetObject'))] } } }),
      {
        rcps: [
          [
            { name: 'all', document: doc({ Principal: '*', Action: '*', Resource: '*' }) },
            {
              name: 'keep',
              document: doc({ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::vault/*' }),
            },
          ],
        ],
        organization: { id: 'o-abcdefghij', path: 'o-abcdefghij/r-ab12/' },
      },
      'test',
    );
    const [alice] = account.users;
    if (alice === undefined) throw new Error('no user');
    const rights = new Rights(account, subjectOf(account, alice), new ActionMask([]));
    const read = (bucket: string) => rights.may({ action: 's3:GetObject', resource: `arn:aws:s3:::${bucket}/k` });
    expect([read('open'), read('vault'), read('other')]).toEqual([YES, NO, YES]);
  });

  it('knows where in the organisation the caller is', () => {
    const account = accountFromDetails(
      details({
        users: {
          alice: {
            inline: [
              doc(
                allow('s3:GetObject', '*', {
                  'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-abcdefghij/r-ab12/ou-ab12-in*' },
                }),
              ),
            ],
          },
        },
      }),
      { organization: { id: 'o-abcdefghij', path: 'o-abcdefghij/r-ab12/ou-ab12-inner000/' } },
      'test',
    );
    const [alice] = account.users;
    if (alice === undefined) throw new Error('no user');
    const rights = new Rights(account, subjectOf(account, alice), new ActionMask([]));
    expect(rights.may({ action: 's3:GetObject', resource: 'arn:aws:s3:::b/k' })).toBe(YES);
  });
});
