import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { cacheUser } from '../../src/services/elasticache/user.ts';
import { shell } from '../../src/text/shell.ts';

export default state(cacheUser, 'elasticache-user-no-open-access', {
  title: 'Users of ElastiCache have to prove who they are',
  at: 'authentication',
  is: {
    password: pass('{label} needs a password'),
    iam: pass('{label} signs in by IAM'),
    'no-password': ({ name, access, groups = [] }) => {
      if (access === undefined) return unknown(`ElastiCache did not say what ${name} may do, who needs no password`);
      if (!access.enabled) return pass(`${name} needs no password, and is switched off`);
      if (!access.commands) return pass(`${name} needs no password, and may run no command`);
      return fail(
        `${name} needs no password and may do ${access.rules.join(' ')} in the caches of ${groups.join(', ')}; expected a password, IAM or no access`,
      );
    },
  },
  unsaid: unknown('ElastiCache did not say how {label} proves who he is'),
  unless: [
    { at: 'status', is: ['deleting'], because: '{label} is being deleted' },
    {
      such: { groups: [] },
      // A user that is in no group is answered without the member, as the user default of every account.
      when: ({ name, groups = [] }) =>
        groups.length === 0 ? `${name} is in no user group, so no cache lets him in` : undefined,
    },
  ],
  risk: 'Whoever reaches the port of a cache of the group signs in as this user, reads, changes and deletes.',
  fix: {
    text: 'Give the user a password or let him sign in by IAM. The user default that ElastiCache made cannot be changed: make another one whose name is default, switched off, and put it into the group instead.',
    // For IAM the name and the id of a user have to be the same.
    exact: ({ id, userName }) =>
      id === 'default' || id !== userName
        ? {}
        : {
            cli: shell`aws elasticache modify-user --user-id ${id} --authentication-mode Type=iam`,
            note: 'Clients then sign in with tokens of IAM instead of passwords.',
          },
  },
  references: [
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html',
    'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/auth-iam.html',
  ],
});
