import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { daysUntil } from '../../src/text/time.ts';
import { key } from '../../src/services/kms/key.ts';

export default defineCheck({
  id: 'kms-imported-key-material-not-expiring',
  title: 'Imported key material is present and not about to expire',
  resource: key,
  needs: ['details'],
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
  evaluate({ name, details }, { now, settings }) {
    const { origin, state, expirationModel, validTo } = details;
    if (origin === undefined) return unknown(`AWS did not say where the key material of ${name} comes from`);
    if (origin !== 'EXTERNAL') return notApplicable(`${name} has no imported key material`);
    if (state === 'PendingDeletion' || state === 'PendingReplicaDeletion') {
      return notApplicable(`${name} is about to be deleted`);
    }
    // Once its material has expired or was deleted, a key waits for it as a new one does:
    // https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html
    if (state === 'PendingImport') {
      return fail(`${name} has no key material: it expired, was deleted or was never imported`, { state });
    }
    const evidence = { expirationModel, validTo };
    if (expirationModel === 'KEY_MATERIAL_DOES_NOT_EXPIRE')
      return pass(`${name} has key material that does not expire`, evidence);
    const days = daysUntil(validTo, now);
    if (validTo === undefined || days === undefined)
      return unknown(`AWS did not say when the key material of ${name} expires`);
    const when = `${name} has key material that expires on ${validTo.slice(0, 10)}, in ${days} days`;
    if (days < 0) return fail(`${name} has key material that expired on ${validTo.slice(0, 10)}`, evidence);
    return days < settings.minDaysLeft
      ? fail(`${when}; expected at least ${settings.minDaysLeft}`, evidence)
      : pass(when, evidence);
  },
});
