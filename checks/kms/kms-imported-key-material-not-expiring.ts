import { fail, pass, unknown } from '../../src/engine/check.ts';
import { daysLeft } from '../../src/engine/forms/index.ts';
import { key } from '../../src/services/kms/key.ts';

export default daysLeft(key, 'kms-imported-key-material-not-expiring', {
  title: 'Imported key material is present and not about to expire',
  settings: {
    minDaysLeft: {
      type: 'integer',
      default: 30,
      min: 0,
      describe: 'days that must be left before imported key material expires',
    },
  },
  risk: 'When imported key material expires, KMS deletes it, and nothing encrypted under the key can be read until the very same material is imported again.',
  fix: {
    text: 'Import the same key material again with a later expiry date, or without one. Keep the material itself in a safe place outside AWS.',
    terraform:
      'resource "aws_kms_external_key" "this" {\n  key_material_base64 = var.key_material\n  # without valid_to the material does not expire\n}',
  },
  references: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/importing-keys.html',
    'https://docs.aws.amazon.com/kms/latest/developerguide/importing-keys-import-key-material.html',
  ],
  unless: [
    {
      at: 'details.origin',
      is: [undefined],
      verdict: unknown('AWS did not say where the key material of {label} comes from'),
    },
    {
      at: 'details.origin',
      is: ['AWS_KMS', 'AWS_CLOUDHSM', 'EXTERNAL_KEY_STORE'],
      because: '{label} has no imported key material',
    },
    {
      at: 'details.state',
      is: ['PendingDeletion', 'PendingReplicaDeletion'],
      because: '{label} is about to be deleted',
    },
    // Once its material has expired or was deleted, a key waits for it as a new one does:
    // https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html
    {
      at: 'details.state',
      is: ['PendingImport'],
      verdict: fail('{label} has no key material: it expired, was deleted or was never imported'),
    },
    {
      at: 'details.expirationModel',
      is: ['KEY_MATERIAL_DOES_NOT_EXPIRE'],
      verdict: pass('{label} has key material that does not expire'),
    },
  ],
  at: 'details.validTo',
  atLeast: 'minDaysLeft',
  unsaid: unknown('AWS did not say when the key material of {label} expires'),
  pass: pass('{label} has key material that expires on {details.validTo:day}, in {days} days'),
  fail: fail(
    '{label} has key material that expires on {details.validTo:day}, in {days} days; expected at least {settings.minDaysLeft}',
  ),
  past: fail('{label} has key material that expired on {details.validTo:day}'),
});
