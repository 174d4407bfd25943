import type { Front } from '../../../src/stand-in/front.ts';
import type { Aws, Build } from '../world.ts';
import { account } from '../world.ts';

/** A key that rotates; answers its id. */
const key = (aws: Aws, front: Front): Promise<string> => {
  front.answer(
    { service: 'kms', operation: 'GetKeyRotationStatus' },
    { KeyRotationEnabled: true, RotationPeriodInDays: 365 },
  );
  return aws`kms create-key --no-multi-region --query KeyMetadata.KeyId --output text`;
};

const role = `arn:aws:iam::${account}:role/app`;

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'kms-key-not-pending-deletion': async (aws, front) => {
    await aws`kms schedule-key-deletion --key-id ${await key(aws, front)} --pending-window-in-days 7`;
  },
  'kms-key-disabled-not-used': async (aws, front) => {
    const id = await key(aws, front);
    front.answer(
      { service: 'kms', operation: 'GetKeyLastUsage' },
      {
        KeyId: id,
        KeyLastUsage: { Operation: 'Decrypt', Timestamp: Date.now() / 1000 - 86_400 },
        TrackingStartDate: Date.now() / 1000 - 9_000_000,
        KeyCreationDate: Date.now() / 1000 - 9_000_000,
      },
    );
    await aws`kms disable-key --key-id ${id}`;
  },
  'kms-key-policy-trusted-principals': async (aws, front) => {
    const id = await key(aws, front);
    for (const stranger of ['999900001111', '999900002222'])
      await aws`kms create-grant --key-id ${id} --grantee-principal ${`arn:aws:iam::${stranger}:root`} --operations Decrypt`;
  },
  'kms-key-grants-encryption-context-constrained': async (aws, front) => {
    const id = await key(aws, front);
    await aws`kms create-grant --key-id ${id} --grantee-principal ${role} --operations Decrypt`;
  },
  'kms-key-no-duplicate-grants': async (aws, front) => {
    const id = await key(aws, front);
    for (const _ of [1, 2]) await aws`kms create-grant --key-id ${id} --grantee-principal ${role} --operations Decrypt`;
  },
};

const policy = 'no command: who needs the key is for a person to say, and a wrong policy locks everybody out of it';

/** Why what a check asks for is no command. */
export const untried: Readonly<Record<string, string>> = {
  'kms-grant-service-principal-constrained': 'the emulator makes no grants to services',
  'kms-key-grants-age-limited': 'the emulator makes grants of today only',
  'kms-key-in-use-by-last-usage': 'the emulator does not record when a key was used',
  'kms-key-not-disabled': 'no command: whether data still waits for the key a person has to find out',
  'kms-key-single-region': 'no command: a key stays what it was made as',
  'kms-key-rotation-enabled': 'the emulator forgets the period of a rotation',
  'kms-imported-key-material-not-expiring': 'no command: the key material is outside AWS',
  'kms-key-policy-admin-usage-separated': policy,
  'kms-key-policy-no-wildcard-actions': policy,
  'kms-key-policy-not-public': policy,
  'kms-key-policy-root-access-present': policy,
};
