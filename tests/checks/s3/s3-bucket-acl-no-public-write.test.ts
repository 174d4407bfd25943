import check from '../../../checks/s3/s3-bucket-acl-no-public-write.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { notTold, perimeter, resourceControls } from '../../helpers/controls.ts';
import { accounts, aclOf, block } from '../../helpers/s3.ts';

const along = { accounts: accounts() };

checkSuite(
  check,
  {
    id: 'logs',
    arn: 'arn:aws:s3:::logs',
    createdAt: undefined,
    acl: aclOf(),
    ownership: 'BucketOwnerPreferred',
    publicAccessBlock: undefined,
  },
  [
    {
      when: 'the owner alone is in the ACL',
      along,
      expect: 'pass',
      message: /not writable or manageable by strangers/,
    },
    {
      when: 'everyone may write',
      given: { acl: aclOf(['AllUsers', 'WRITE']) },
      along,
      expect: 'fail',
      message:
        /writable by anyone on the internet: anonymous s3:PutObject on .* passes by ACL grant WRITE to AllUsers$/,
    },
    {
      when: 'every AWS account may change the ACL',
      given: { acl: aclOf(['AuthenticatedUsers', 'WRITE_ACP']) },
      along,
      expect: 'fail',
      message: /manageable by every AWS account: s3:PutBucketAcl/,
    },
    {
      when: 'everyone has full control',
      given: { acl: aclOf(['AllUsers', 'FULL_CONTROL']) },
      along,
      expect: 'fail',
      message: /writable and manageable/,
    },
    {
      when: 'everyone may only list',
      given: { acl: aclOf(['AllUsers', 'READ'], ['AllUsers', 'READ_ACP']) },
      along,
      expect: 'pass',
    },
    {
      when: 'the bucket never had ownership controls',
      given: { acl: aclOf(['AllUsers', 'WRITE']), ownership: undefined },
      along,
      expect: 'fail',
    },
    {
      when: 'ACLs are switched off',
      given: { acl: aclOf(['AllUsers', 'WRITE']), ownership: 'BucketOwnerEnforced' },
      along,
      expect: 'pass',
    },
    {
      when: 'the bucket ignores public ACLs',
      given: { acl: aclOf(['AllUsers', 'WRITE']), publicAccessBlock: block(true) },
      along,
      expect: 'pass',
    },
    {
      when: 'the account ignores public ACLs',
      given: { acl: aclOf(['AllUsers', 'WRITE']) },
      along: { accounts: accounts(block(false, { IgnorePublicAcls: true })) },
      expect: 'pass',
    },
    {
      when: 'another account may write',
      given: {
        acl: {
          owner: 'owner',
          grants: [
            {
              Grantee: { Type: 'CanonicalUser', URI: undefined, ID: 'a'.repeat(64), EmailAddress: undefined },
              Permission: 'WRITE',
            },
          ],
        },
      },
      along,
      expect: 'pass',
    },

    {
      when: 'a resource control policy keeps strangers out',
      given: { acl: aclOf(['AllUsers', 'WRITE']) },
      along: { ...along, ...resourceControls(perimeter('s3:*')) },
      expect: 'pass',
    },
    {
      when: 'resource control policies are not known, which it says',
      given: { acl: aclOf(['AllUsers', 'WRITE']) },
      along,
      unreadAlong: { resourceControls: notTold },
      expect: 'fail',
      message: /not read \(organizations:ListRoots denied\) and may narrow it$/,
    },
  ],
);
