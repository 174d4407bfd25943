import check from '../../../checks/s3/s3-bucket-acl-no-public-list.ts';
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
    ownership: 'ObjectWriter',
    publicAccessBlock: undefined,
  },
  [
    { when: 'the owner alone is in the ACL', along, expect: 'pass', message: /logs is not readable by strangers/ },
    {
      when: 'everyone may list',
      given: { acl: aclOf(['AllUsers', 'READ']) },
      along,
      expect: 'fail',
      message:
        /^logs is readable by anyone on the internet: anonymous s3:ListBucket on arn:aws:s3:::logs passes by ACL grant READ to AllUsers$/,
    },
    {
      when: 'every AWS account has full control',
      given: { acl: aclOf(['AuthenticatedUsers', 'FULL_CONTROL']) },
      along,
      expect: 'fail',
      message: /every AWS account/,
    },
    {
      when: 'everyone may read the ACL',
      given: { acl: aclOf(['AllUsers', 'READ_ACP']) },
      along,
      expect: 'fail',
      message: /s3:GetBucketAcl/,
    },
    { when: 'everyone may only write', given: { acl: aclOf(['AllUsers', 'WRITE']) }, along, expect: 'pass' },
    {
      when: 'the bucket never had ownership controls',
      given: { acl: aclOf(['AllUsers', 'READ']), ownership: undefined },
      along,
      expect: 'fail',
    },
    {
      when: 'ACLs are switched off',
      given: { acl: aclOf(['AllUsers', 'READ']), ownership: 'BucketOwnerEnforced' },
      along,
      expect: 'pass',
    },
    {
      when: 'the bucket ignores public ACLs',
      given: { acl: aclOf(['AllUsers', 'READ']), publicAccessBlock: block(false, { IgnorePublicAcls: true }) },
      along,
      expect: 'pass',
    },
    {
      when: 'the bucket refuses new public ACLs only',
      given: { acl: aclOf(['AllUsers', 'READ']), publicAccessBlock: block(false, { BlockPublicAcls: true }) },
      along,
      expect: 'fail',
    },
    {
      when: 'the account ignores public ACLs',
      given: { acl: aclOf(['AllUsers', 'READ']) },
      along: { accounts: accounts(block(true)) },
      expect: 'pass',
    },
    {
      when: 'the ACL grants a permission nobody knows',
      given: { acl: aclOf(['AllUsers', 'PEEK' as 'READ']) },
      along,
      expect: 'unknown',
      message: /PEEK/,
    },

    {
      when: 'a resource control policy keeps strangers out',
      given: { acl: aclOf(['AllUsers', 'READ']) },
      along: { ...along, ...resourceControls(perimeter('s3:*')) },
      expect: 'pass',
    },
    {
      when: 'resource control policies are not known, which it says',
      given: { acl: aclOf(['AllUsers', 'READ']) },
      along,
      unreadAlong: { resourceControls: notTold },
      expect: 'fail',
      message: /not read \(organizations:ListRoots denied\) and may narrow it$/,
    },
  ],
);
