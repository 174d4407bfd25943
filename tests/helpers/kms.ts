import type { Grant } from '../../src/services/kms/grants.ts';

/** What `DescribeKey` tells of a plain customer managed key. */
export const details = {
  manager: 'CUSTOMER' as 'CUSTOMER' | 'AWS' | undefined,
  state: 'Enabled' as const,
  origin: 'AWS_KMS' as const,
  spec: 'SYMMETRIC_DEFAULT' as const,
  usage: 'ENCRYPT_DECRYPT' as const,
  multiRegion: false as boolean | undefined,
  multiRegionType: undefined,
  primaryArn: undefined,
  createdAt: '2024-01-01T00:00:00.000Z',
  deletionDate: undefined,
  deletionWindowInDays: undefined,
  expirationModel: undefined,
  validTo: undefined,
};

export const keyArn = 'arn:aws:kms:eu-west-1:111122223333:key/k-1';

/** A key, named by its alias. */
export const key = { id: 'k-1', arn: keyArn, name: 'alias/data', aliases: ['alias/data'], details };

/** The statement AWS puts first into every key policy. */
export const rootStatement = {
  Sid: 'Enable IAM User Permissions',
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::111122223333:root' },
  Action: 'kms:*',
  Resource: '*',
};

/** A key policy's text, the default statement first. */
export const keyPolicy = (...statements: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [rootStatement, ...statements] });

/** A statement that allows a principal some actions. */
export const allow = (principal: unknown, action: unknown, more: object = {}) => ({
  Effect: 'Allow',
  Principal: principal,
  Action: action,
  Resource: '*',
  ...more,
});

/** A grant that lets its principal decrypt. */
export const grant = (given: Partial<Grant>): Grant => ({
  id: 'g-1',
  name: undefined,
  createdAt: '2026-05-01T00:00:00.000Z',
  grantee: undefined,
  granteeService: undefined,
  retiring: undefined,
  issuer: undefined,
  operations: ['Decrypt'],
  constrained: false,
  ...given,
});
