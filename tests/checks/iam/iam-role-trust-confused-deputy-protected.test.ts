import check from '../../../checks/iam/iam-role-trust-confused-deputy-protected.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { notTold, perimeter, resourceControls } from '../../helpers/controls.ts';
import { document, roleBase } from './fixtures.ts';

const trust = (Principal: unknown, more: object = {}) => document({ Principal, Action: 'sts:AssumeRole', ...more });
const ours = trust({ AWS: 'arn:aws:iam::111122223333:root' });

checkSuite(check, { ...roleBase, trust: ours }, [
  {
    when: 'the account is given',
    given: {
      trust: trust(
        { Service: 'sns.amazonaws.com' },
        { Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } } },
      ),
    },
    expect: 'pass',
  },
  {
    when: 'the resource is given',
    given: {
      trust: trust(
        { Service: 'sns.amazonaws.com' },
        { Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:111122223333:*' } } },
      ),
    },
    expect: 'pass',
  },
  {
    when: 'nothing is given',
    given: { trust: trust({ Service: 'sns.amazonaws.com' }) },
    expect: 'fail',
    message: /trusts sns\.amazonaws\.com without/,
  },
  {
    when: 'one of two services is not limited',
    given: {
      trust: document(
        {
          Principal: { Service: 'sns.amazonaws.com' },
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
        },
        { Principal: { Service: ['backup.amazonaws.com'] }, Action: 'sts:AssumeRole' },
      ),
    },
    expect: 'fail',
    message: /backup/,
  },
  {
    when: 'the source may be any account',
    given: {
      trust: trust({ Service: 'sns.amazonaws.com' }, { Condition: { StringLike: { 'aws:SourceAccount': '*' } } }),
    },
    expect: 'fail',
  },
  {
    when: 'the service sends no source',
    given: { trust: trust({ Service: 'ec2.amazonaws.com' }) },
    expect: 'not-applicable',
  },
  {
    when: 'the role is service-linked',
    given: { path: '/aws-service-role/rds.amazonaws.com/', trust: trust({ Service: 'rds.amazonaws.com' }) },
    expect: 'not-applicable',
  },
  { when: 'no service is trusted', expect: 'not-applicable' },
  { when: 'the trust policy cannot be read', given: { trust: '{not json' }, expect: 'unknown' },
  {
    when: 'a resource control policy protects it',
    given: { trust: document({ Principal: { Service: 'sns.amazonaws.com' }, Action: 'sts:AssumeRole' }) },
    along: resourceControls(perimeter('sts:AssumeRole')),
    expect: 'pass',
  },
  {
    when: 'a resource control policy leaves services out',
    given: { trust: document({ Principal: { Service: 'sns.amazonaws.com' }, Action: 'sts:AssumeRole' }) },
    along: resourceControls({ Perimeter: perimeter('sts:AssumeRole').Perimeter.slice(0, 1) }),
    expect: 'fail',
  },
  {
    when: 'resource control policies are not known, which it says',
    given: { trust: document({ Principal: { Service: 'sns.amazonaws.com' }, Action: 'sts:AssumeRole' }) },
    unreadAlong: { resourceControls: notTold },
    expect: 'fail',
    message: /not read \(organizations:ListRoots denied\) and may narrow it$/,
  },
  ...['aws', 'aws-us-gov', 'aws-cn'].flatMap((partition) =>
    ['ec2.amazonaws.com', 'ec2.amazonaws.com.cn', 'EC2.amazonaws.com.cn'].map((service) => ({
      when: `${service} of ${partition} is trusted`,
      given: { partition, trust: trust({ Service: service }) },
      expect: 'not-applicable' as const,
      message: /exempt services only/,
    })),
  ),
  {
    when: 'a service of China is trusted without a condition',
    given: { partition: 'aws-cn', trust: trust({ Service: 'sns.amazonaws.com.cn' }) },
    expect: 'fail',
    message: /sns\.amazonaws\.com/,
  },
]);
