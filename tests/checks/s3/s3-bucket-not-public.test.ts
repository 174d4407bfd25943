import check from '../../../checks/s3/s3-bucket-not-public.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { notTold, perimeter, resourceControls } from '../../helpers/controls.ts';
import { accessPointOf, accounts, aclOf, block, policyOf } from '../../helpers/s3.ts';

const arn = 'arn:aws:s3:::logs';
const read = (principal: unknown, more: object = {}) => ({
  Effect: 'Allow',
  Principal: principal,
  Action: 's3:GetObject',
  Resource: `${arn}/*`,
  ...more,
});
const bare = { accounts: accounts(), accessPoints: [] };
const delegating = policyOf({
  Effect: 'Allow',
  Principal: '*',
  Action: 's3:*',
  Resource: [arn, `${arn}/*`],
  Condition: { StringEquals: { 's3:DataAccessPointAccount': '111122223333' } },
});
const openPoint = policyOf({
  Effect: 'Allow',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:eu-west-1:111122223333:accesspoint/way/object/*',
});

const off = /access points; ACLs are off, those of its objects too/;
const ignored = /access points; public ACLs have no effect, those of its objects neither$/;
const unread = /access points; the ACLs of its objects were not read$/;
checkSuite(
  check,
  {
    id: 'logs',
    arn,
    createdAt: undefined,
    acl: aclOf(),
    ownership: 'BucketOwnerEnforced',
    policy: undefined,
    publicAccessBlock: undefined,
  },
  [
    {
      when: 'nothing grants anything to others',
      along: bare,
      expect: 'pass',
      message: /logs is not readable or writable or manageable by strangers/,
    },
    // ACLs of objects, which are not read
    ...(
      [
        ['ACLs are off', {}, bare, off],
        ['nobody set the ownership of objects', { ownership: undefined }, bare, unread],
        ['writers own their objects', { ownership: 'ObjectWriter' }, bare, unread],
        ['the bucket owner is preferred', { ownership: 'BucketOwnerPreferred' }, bare, unread],
        [
          'the bucket ignores public ACLs',
          { ownership: undefined, publicAccessBlock: block(false, { IgnorePublicAcls: true }) },
          bare,
          ignored,
        ],
        [
          'the account ignores public ACLs',
          { ownership: undefined },
          { ...bare, accounts: accounts(block(true)) },
          ignored,
        ],
        [
          'only new public ACLs are blocked',
          { ownership: undefined, publicAccessBlock: block(false, { BlockPublicAcls: true }) },
          bare,
          unread,
        ],
        [
          'only public policies are blocked',
          { ownership: undefined, publicAccessBlock: block(false, { RestrictPublicBuckets: true }) },
          bare,
          unread,
        ],
        [
          'ACLs are off and access points decide',
          { policy: delegating },
          bare,
          new RegExp(`${off.source}; the policies of Multi-Region`),
        ],
      ] as const
    ).map(([when, given, along, message]) => ({ when, given, along, expect: 'pass' as const, message })),
    {
      when: 'a statement lets everyone read',
      given: {
        policy: policyOf(
          { Effect: 'Deny', Principal: '*', Action: 's3:DeleteBucket', Resource: arn },
          read('*', { Sid: 'Public' }),
        ),
      },
      along: bare,
      expect: 'fail',
      message:
        /^logs is readable by anyone on the internet: anonymous s3:GetObject on arn:aws:s3:::logs\/\* passes by statement 2 \(Sid Public\)$/,
    },
    {
      when: 'the principal is written as a list',
      given: { policy: policyOf(read({ AWS: ['*'] })) },
      along: bare,
      expect: 'fail',
      message: /statement 1$/,
    },
    {
      when: 'a denial takes back what the statement grants',
      given: {
        policy: policyOf(
          read('*'),
          {
            Effect: 'Deny',
            NotPrincipal: { AWS: 'arn:aws:iam::111122223333:root' },
            Action: 's3:*',
            Resource: [arn, `${arn}/*`],
          },
          { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: [arn, `${arn}/*`] },
        ),
      },
      along: bare,
      expect: 'pass',
    },
    {
      when: 'only an IPv4 network of its own gets in',
      given: { policy: policyOf(read('*', { Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } })) },
      along: bare,
      expect: 'pass',
    },
    {
      when: 'the network is the whole of IPv6',
      given: { policy: policyOf(read('*', { Condition: { IpAddress: { 'aws:SourceIp': '::/0' } } })) },
      along: bare,
      expect: 'fail',
      message: /anyone on the internet/,
    },
    {
      when: 'one account is named',
      given: { policy: policyOf(read({ AWS: '444455556666' })) },
      along: bare,
      expect: 'pass',
    },
    {
      when: 'the bucket restricts public policies',
      given: { policy: policyOf(read('*')), publicAccessBlock: block(true) },
      along: bare,
      expect: 'pass',
    },
    {
      when: 'the account restricts public policies',
      given: { policy: policyOf(read('*')) },
      along: { accounts: accounts(block(true)), accessPoints: [] },
      expect: 'pass',
    },
    {
      when: 'new public policies are refused, but the one that is there works',
      given: { policy: policyOf(read('*')), publicAccessBlock: block(false, { BlockPublicPolicy: true }) },
      along: bare,
      expect: 'fail',
    },
    {
      when: 'the ACL lets every AWS account list',
      given: { acl: aclOf(['AuthenticatedUsers', 'READ']), ownership: undefined },
      along: bare,
      expect: 'fail',
      message:
        /logs is readable by every AWS account: s3:ListBucket on arn:aws:s3:::logs by a role of any account passes by ACL grant READ to AuthenticatedUsers$/,
    },
    {
      when: 'the ACL would let everyone list, but ACLs are off',
      given: { acl: aclOf(['AllUsers', 'READ']) },
      along: bare,
      expect: 'pass',
    },
    {
      when: 'an access point lets everyone through that the policy trusts',
      given: { policy: delegating },
      along: { ...bare, accessPoints: [accessPointOf({ policy: openPoint })] },
      expect: 'fail',
      message: /statement 1 of the policy of access point arn:aws:s3:eu-west-1:111122223333:accesspoint\/way/,
    },
    {
      when: 'that access point is inside a VPC',
      given: { policy: delegating },
      along: { ...bare, accessPoints: [accessPointOf({ policy: openPoint, networkOrigin: 'VPC' })] },
      expect: 'pass',
    },
    {
      when: 'that access point leads to another bucket',
      given: { policy: delegating },
      along: { ...bare, accessPoints: [accessPointOf({ policy: openPoint, bucket: 'other' })] },
      expect: 'pass',
    },
    {
      when: 'the policy cannot be parsed',
      given: { policy: '{"Statement": [' },
      along: bare,
      expect: 'unknown',
      message: /not valid JSON/,
    },
    {
      when: 'a condition has an operator nobody knows',
      given: { policy: policyOf(read('*', { Condition: { Resembles: { 'aws:SourceVpce': 'vpce-1' } } })) },
      along: bare,
      expect: 'unknown',
      message: /Resembles/,
    },

    {
      when: 'a resource control policy keeps strangers out',
      given: { policy: policyOf(read('*')) },
      along: { ...bare, ...resourceControls(perimeter('s3:*')) },
      expect: 'pass',
    },
    {
      when: 'the resource control policies deny something else',
      given: { policy: policyOf(read('*')) },
      along: { ...bare, ...resourceControls(perimeter('sqs:*')) },
      expect: 'fail',
      message: /anyone on the internet: [^;]*$/,
    },
    {
      when: 'resource control policies are not known, which it says',
      given: { policy: policyOf(read('*')) },
      along: bare,
      unreadAlong: { resourceControls: notTold },
      expect: 'fail',
      message: /; resource control policies were not read \(organizations:ListRoots denied\) and may narrow it$/,
    },
    {
      when: 'nothing is granted, whatever the resource control policies are',
      along: bare,
      unreadAlong: { resourceControls: notTold },
      expect: 'pass',
      message: /by strangers through its policy, ACL and access points; ACLs are off/,
    },
  ],
);
