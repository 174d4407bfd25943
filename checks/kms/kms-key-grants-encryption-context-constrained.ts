import { fail, notApplicable, pass } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { type Grant, grantCalled, isOfService, revoke } from '../../src/services/kms/grants.ts';
import { key } from '../../src/services/kms/key.ts';

/** Operations that take an encryption context: https://docs.aws.amazon.com/kms/latest/APIReference/API_GrantConstraints.html */
const withContext = /^(?:Encrypt|Decrypt|GenerateDataKey|ReEncrypt)/;
const takesContext = (grant: Pick<Grant, 'grantee' | 'granteeService' | 'operations'>): boolean =>
  !isOfService(grant) && grant.operations.some((operation) => withContext.test(operation));

const of = { id: 'g1', grantee: 'arn:aws:iam::111122223333:role/app', operations: ['Decrypt' as const] };

export default each(key, 'kms-key-grants-encryption-context-constrained', {
  title: 'Grants of KMS keys are for one encryption context',
  needs: ['details', 'grants'],
  list: 'grants',
  test: (grant) => (takesContext(grant) ? (grant.constrained ? 'good' : 'bad') : 'skip'),
  such: { good: { ...of, constrained: true }, bad: { ...of, constrained: false } },
  called: grantCalled,
  unless: [
    { at: 'details.manager', is: ['AWS'], because: '{name} is managed by AWS, whose services make its grants' },
    {
      at: 'details.spec',
      is: ['RSA_2048', 'RSA_3072', 'RSA_4096', 'SM2'],
      because: '{name} is a key of {details.spec}, with which no encryption context goes',
    },
  ],
  pass: pass('The grants of {name} are for one encryption context or resource ({good:some})'),
  fail: fail('{name} has grants for whatever was encrypted with it: {bad:some}; expected an encryption context'),
  none: notApplicable('{name} has no grants but those of AWS services'),
  unsaid: notApplicable('{name} is managed by AWS, whose services make its grants'),
  risk: "The grant is for one thing in its maker's mind, and lets its principal decrypt everything that the key protects.",
  fix: {
    text: 'Make the grant anew with the constraint EncryptionContextSubset or EncryptionContextEquals, have the program send that context, and revoke the old one.',
    exact: ({ id, grants }) =>
      revoke(
        id,
        (grants ?? []).filter((grant) => takesContext(grant) && !grant.constrained),
      ),
  },
  references: [
    'https://docs.aws.amazon.com/kms/latest/developerguide/create-grant-overview.html',
    'https://docs.aws.amazon.com/kms/latest/developerguide/encrypt_context.html',
  ],
});
