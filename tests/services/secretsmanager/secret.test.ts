import { expect, it } from 'vitest';
import { secret } from '../../../src/services/secretsmanager/secret.ts';
import { collectType } from '../../helpers/resource-suite.ts';

const [old, young] = ['2026-01-01T00:00:00.000Z', '2026-05-01T00:00:00.000Z'];

it.each([
  [{ a: ['AWSCURRENT'] }, false],
  [{ a: ['AWSCURRENT', 'AWSPENDING'], b: ['AWSPREVIOUS'] }, false],
  [{ a: ['AWSCURRENT'], b: ['AWSPENDING'] }, true],
  [{}, false],
  [undefined, undefined],
])('of versions with the labels %j a new one is pending: %s', async (SecretVersionsToStages, pending) => {
  const { records } = await collectType(secret, [], {
    ListSecrets: { SecretList: [{ ARN: 'arn', Name: 'db', SecretVersionsToStages }] },
  });
  expect(records.map(({ item }) => (item as { pending?: boolean }).pending)).toEqual([pending]);
});

it.each([
  [{ LastRotatedDate: young, LastAccessedDate: young }, young],
  // One that was never rotated and never read has no such dates.
  [{}, old],
])('%j counts from %s', async (dates, from) => {
  const given = Object.fromEntries(Object.entries(dates).map(([name, date]) => [name, new Date(date)]));
  const { records } = await collectType(secret, [], {
    ListSecrets: { SecretList: [{ ARN: 'arn', Name: 'db', CreatedDate: new Date(old), ...given }] },
  });
  expect(records[0]?.item).toMatchObject({ unrotatedSince: from, unreadSince: from });
});

it('of what a partner needs to rotate it nothing is kept', async () => {
  const { records } = await collectType(secret, [], {
    ListSecrets: {
      SecretList: [{ ARN: 'arn', Name: 'db', ExternalSecretRotationMetadata: [{ Key: 'token', Value: 'hush' }] }],
    },
  });
  expect(JSON.stringify(records)).not.toContain('hush');
});
