import {
  CreateAliasCommand,
  CreateGrantCommand,
  CreateKeyCommand,
  DescribeKeyCommand,
  EnableKeyRotationCommand,
  GetKeyRotationStatusCommand,
  KMSClient,
  PutKeyPolicyCommand,
  ScheduleKeyDeletionCommand,
} from '@aws-sdk/client-kms';
import { accountIds, daysAgo, given, policy, type World } from './world.ts';

const root = `arn:aws:iam::${accountIds.main}:root`;
const ownerOnly = { Sid: 'Owner', Effect: 'Allow', Principal: { AWS: root }, Action: 'kms:*', Resource: '*' };
const allow = (Principal: unknown, Action: string | string[]): object => ({
  Effect: 'Allow',
  Principal,
  Action,
  Resource: '*',
});

interface Key {
  readonly rotated?: boolean;
  readonly statements?: readonly object[];
  readonly deleted?: boolean;
  /** A grant lets the partner's account decrypt. */
  readonly granted?: boolean;
  /** Imported material, which the emulator does not have: `expiring`, or kept for ever. */
  readonly imported?: 'expiring' | 'kept';
}

const admin = ['kms:Put*', 'kms:ScheduleKeyDeletion'];
const use = ['kms:Encrypt', 'kms:Decrypt'];

/** Customer keys of `main`, by alias. */
const keys: Readonly<Record<string, Key>> = {
  'acme-rotated': { rotated: true },
  'acme-still': { granted: true },
  'acme-open': { rotated: true, statements: [allow({ AWS: '*' }, use)] },
  'acme-partner': { rotated: true, statements: [allow({ AWS: 'arn:aws:iam::999988887777:root' }, use)] },
  'acme-mixed-duties': {
    rotated: true,
    statements: [allow({ AWS: `arn:aws:iam::${accountIds.main}:role/operator` }, [...admin, ...use])],
  },
  'acme-wild': {
    rotated: true,
    statements: [allow({ AWS: `arn:aws:iam::${accountIds.main}:role/app-server` }, 'kms:*')],
  },
  'acme-leaving': { rotated: true, deleted: true },
  'acme-imported': { imported: 'expiring' },
  'acme-imported-kept': { imported: 'kept' },
};

/** The key in `second` that a zone is signed with: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec-cmk-requirements.html */
async function signingKey(world: World): Promise<string> {
  const Principal = { Service: 'dnssec-route53.amazonaws.com' };
  const { KeyMetadata } = await new KMSClient(world.at('second')).send(
    new CreateKeyCommand({
      Description: 'dnssec',
      KeySpec: 'ECC_NIST_P256',
      KeyUsage: 'SIGN_VERIFY',
      Policy: policy(
        { ...ownerOnly, Principal: { AWS: `arn:aws:iam::${accountIds.second}:root` } },
        allow(Principal, ['kms:DescribeKey', 'kms:GetPublicKey', 'kms:Sign']),
        { ...allow(Principal, 'kms:CreateGrant'), Condition: { Bool: { 'kms:GrantIsForAWSResource': 'true' } } },
      ),
    }),
  );
  const id = given(KeyMetadata?.KeyId, 'key id');
  world.labels.set(id, 'dnssec');
  return id;
}

/** Answers the ARN of the key that signs a zone. */
export async function buildKms(world: World): Promise<string> {
  const kms = new KMSClient(world.at('main'));
  const signing = await signingKey(world);
  const imported = new Map<string, Key['imported']>([[signing, undefined]]);
  for (const [name, key] of Object.entries(keys)) {
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({ Description: name }));
    const KeyId = given(KeyMetadata?.KeyId, 'key id');
    world.labels.set(KeyId, name);
    await kms.send(new CreateAliasCommand({ AliasName: `alias/${name}`, TargetKeyId: KeyId }));
    await kms.send(
      new PutKeyPolicyCommand({ KeyId, PolicyName: 'default', Policy: policy(ownerOnly, ...(key.statements ?? [])) }),
    );
    if (key.rotated === true) await kms.send(new EnableKeyRotationCommand({ KeyId }));
    if (key.granted === true) {
      const GranteePrincipal = 'arn:aws:iam::999988887777:role/reader';
      await kms.send(new CreateGrantCommand({ KeyId, GranteePrincipal, Operations: ['Decrypt'] }));
    }
    if (key.deleted === true) await kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
    imported.set(KeyId, key.imported);
  }
  // The emulator does not record when a key was used.
  world.front.answer({ service: 'kms', operation: 'GetKeyLastUsage' }, ({ input: { KeyId } }) => ({
    KeyId,
    KeyLastUsage: {
      Operation: 'Decrypt',
      Timestamp: daysAgo(world, world.labels.get(String(KeyId)) === 'acme-wild' ? 200 : 1),
    },
    TrackingStartDate: daysAgo(world, 300),
  }));
  // The emulator does not say how often a key rotates.
  world.front.answer({ service: 'kms', operation: 'GetKeyRotationStatus' }, async ({ input, account, region }) => {
    const KeyId = String(input['KeyId']);
    const behind = new KMSClient(world.behind(account, region));
    const { KeyRotationEnabled } = await behind.send(new GetKeyRotationStatusCommand({ KeyId }));
    return { KeyRotationEnabled, ...(KeyRotationEnabled === true ? { RotationPeriodInDays: 365 } : {}) };
  });
  world.front.answer({ service: 'kms', operation: 'DescribeKey' }, async ({ input, account, region }) => {
    const KeyId = String(input['KeyId']);
    const { KeyMetadata } = await new KMSClient(world.behind(account, region)).send(new DescribeKeyCommand({ KeyId }));
    const kind = imported.get(KeyId);
    // The emulator says of the keys that AWS made that they are the customer's.
    if (!imported.has(KeyId)) return { KeyMetadata: { ...KeyMetadata, KeyManager: 'AWS' } };
    // Nor does it say of a key that it is in one region alone.
    const MultiRegion = world.labels.get(KeyId) === 'acme-wild';
    if (kind === undefined) return { KeyMetadata: { ...KeyMetadata, MultiRegion } };
    const expiry =
      kind === 'kept'
        ? { ExpirationModel: 'KEY_MATERIAL_DOES_NOT_EXPIRE' }
        : { ExpirationModel: 'KEY_MATERIAL_EXPIRES', ValidTo: daysAgo(world, -10) };
    return { KeyMetadata: { ...KeyMetadata, MultiRegion, Origin: 'EXTERNAL', ...expiry } };
  });
  return `arn:aws:kms:us-east-1:${accountIds.second}:key/${signing}`;
}
