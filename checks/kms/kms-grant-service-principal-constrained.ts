import { fail, notApplicable, pass } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { grantCalled, isOfServicePrincipal, revoke } from '../../src/services/kms/grants.ts';
import { key } from '../../src/services/kms/key.ts';

const of = { id: 'g1', granteeService: 'dynamodb.amazonaws.com', operations: ['Decrypt' as const] };

export default each(key, 'kms-grant-service-principal-constrained', {
  title: 'Grants to AWS services are for one resource or encryption context',
  needs: ['details', 'grants'],
  list: 'grants',
  test: (grant) => (isOfServicePrincipal(grant) ? (grant.constrained ? 'good' : 'bad') : 'skip'),
  such: { good: { ...of, constrained: true }, bad: { ...of, constrained: false } },
  called: grantCalled,
  unless: [{ at: 'details.manager', is: ['AWS'], because: '{name} is managed by AWS, whose services make its grants' }],
  pass: pass('The grants of {name} to AWS services are for one resource or encryption context ({good:some})'),
  fail: fail('{name} has grants to AWS services for whatever they do: {bad:some}; expected a constraint'),
  none: notApplicable('{name} has no grants to AWS services'),
  unsaid: notApplicable('{name} is managed by AWS, whose services make its grants'),
  risk: 'The service uses the key for whoever makes it: somebody of another account may have it decrypt what is not his.',
  fix: {
    text: 'Make the grant anew with SourceArn, or with the encryption context that the service sends, then revoke the old one. Grants that a service made for itself come back with the resource: change the resource there.',
    exact: ({ id, grants }) =>
      revoke(
        id,
        (grants ?? []).filter((grant) => isOfServicePrincipal(grant) && !grant.constrained),
      ),
  },
  references: [
    'https://docs.aws.amazon.com/kms/latest/APIReference/API_GrantConstraints.html',
    'https://docs.aws.amazon.com/kms/latest/developerguide/create-grant-overview.html',
  ],
});
