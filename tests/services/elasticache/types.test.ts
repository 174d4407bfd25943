import { expect, it } from 'vitest';
import { replicationGroup } from '../../../src/services/elasticache/replication-group.ts';
import { cacheUser } from '../../../src/services/elasticache/user.ts';
import { collectType } from '../../helpers/resource-suite.ts';

it.each([
  ['on ~* +@all', { enabled: true, rules: ['~*', '+@all'], commands: true }],
  ['off ~* +@all', { enabled: false, rules: ['~*', '+@all'], commands: true }],
  ['on ~* -@all', { enabled: true, rules: ['~*'], commands: false }],
  ['on ~* +@all -@all', { enabled: true, rules: ['~*'], commands: false }],
  ['on ~* -@all +get', { enabled: true, rules: ['~*', '+get'], commands: true }],
  ['on ~a resetkeys ~b nocommands', { enabled: true, rules: ['~b'], commands: false }],
  ['on ~a +get reset', { enabled: false, rules: [], commands: false }],
  ['on %R~a allcommands', { enabled: true, rules: ['%R~a', 'allcommands'], commands: true }],
  ['on -@all (+get ~a)', { enabled: true, rules: ['(+get', '~a)'], commands: true }],
  ['on >secret #hash ~* +@all', { enabled: true, rules: ['~*', '+@all'], commands: true }],
  ['~* +@all', { enabled: false, rules: ['~*', '+@all'], commands: true }],
])('a user with the access string %j', async (AccessString, access) => {
  const { records } = await collectType(cacheUser, [], { DescribeUsers: { Users: [{ UserId: 'u', AccessString }] } });
  expect(records[0]?.item).toMatchObject({ access });
});

it.each([
  ['none', { StorageEncryptionType: 'none' }],
  ['sse-elasticache', { StorageEncryptionType: 'sse-elasticache', AtRestEncryptionEnabled: false }],
  ['sse-kms', { AtRestEncryptionEnabled: true, KmsKeyId: 'k' }],
  ['sse-elasticache', { AtRestEncryptionEnabled: true }],
  ['none', { AtRestEncryptionEnabled: false }],
  [undefined, {}],
])('a group is encrypted by %s', async (encryption, more) => {
  const { records } = await collectType(replicationGroup, [], {
    DescribeReplicationGroups: { ReplicationGroups: [{ ReplicationGroupId: 'g', ...more }] },
  });
  expect(records[0]?.item).toEqual(expect.objectContaining({ id: 'g', ...(encryption && { encryption }) }));
  expect('encryption' in (records[0]?.item ?? {})).toBe(encryption !== undefined);
});
