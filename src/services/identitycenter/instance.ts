import { resource } from '../../inventory/resource.ts';
import { instancesOf } from './instances.ts';
import { identitycenter } from './service.ts';

/** An instance of IAM Identity Center: the account's own, or the organisation's as its members see it. */
export const identityInstance = resource(identitycenter, 'AWS::SSO::Instance', {
  calls: ['ListInstances'],
  async *list(api) {
    yield* await instancesOf(api);
  },
  label: ({ name, id }) =>
    name === id ? `Identity Center instance ${id}` : `Identity Center instance ${name} (${id})`,
  references: ['https://docs.aws.amazon.com/singlesignon/latest/userguide/identity-center-instances.html'],
});
