import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { roleName } from '../../src/judgements/policies/given-roles.ts';
import { identityPool } from '../../src/services/cognitoidentity/identity-pool.ts';

export default defineCheck({
  id: 'cognito-identity-pool-guest-access-disabled',
  title: 'Cognito identity pools give guests no credentials',
  resource: identityPool,
  needs: ['details', 'roles'],
  exposes: true,
  risk: 'Everybody on the internet gets credentials of the account, without an identity: the id of the pool, which every copy of the application holds, is enough.',
  fix: {
    text: 'Have guests sign in, or serve what they need without credentials of AWS, then turn guest access off in the console or where the pool is defined as code: UpdateIdentityPool takes out the identity providers that a request leaves out.',
  },
  references: [
    'https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/cognito-controls.html#cognito-2',
  ],
  evaluate({ name, details, ...subject }) {
    const { guests, classicFlow } = details;
    if (guests === false) return pass(`Identity pool ${name} lets no guests in`, { guests });
    if (guests === undefined) return unknown(`AWS does not say whether identity pool ${name} lets guests in`);
    const { guest } = subject.roles;
    if (guest !== undefined)
      return fail(
        `Identity pool ${name} gives guests credentials of the role ${roleName(guest)}; expected none`,
        // Whoever knows the pool's id is a guest: it is no secret.
        { guests, role: guest, verdict: 'public' },
        undefined,
        { reach: { from: 'internet', how: `guests of the pool get credentials of ${roleName(guest)}` } },
      );
    return classicFlow === true
      ? fail(
          `Identity pool ${name} lets guests in, who by the basic flow may take any role that trusts the pool; expected none`,
          { guests, classicFlow },
        )
      : pass(`Identity pool ${name} lets guests in, but has no role for them`, { guests });
  },
});
