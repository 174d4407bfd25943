import { edgeById, type Edge } from '../../../src/iam/paths/edges.ts';
import type { Surroundings } from '../../../src/iam/graph/types.ts';
import {
  type AccountSpec,
  ADMINISTRATOR,
  allow,
  denyAllBut,
  doc,
  iamArn,
  policyArn,
  trustAccount,
  trustService,
} from './account.ts';

/** An account in which `attacker` has an edge if it has exactly these actions. */
export interface Smallest {
  readonly spec: AccountSpec;
  readonly attacker: string;
  readonly surroundings?: Surroundings;
}

const user = iamArn('user/attacker');
const role = iamArn('role/attacker');
const sso = iamArn('role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_dev_0123456789abcdef');
const everything = doc(allow('*'));

export const cognitoTrust = doc({
  Principal: { Federated: 'cognito-identity.amazonaws.com' },
  Action: 'sts:AssumeRoleWithWebIdentity',
  Condition: {
    StringEquals: { 'cognito-identity.amazonaws.com:aud': 'us-east-1:12345678-abcd-abcd-abcd-123456789012' },
  },
});

const targetRole = (edge: Edge): AccountSpec['roles'] => {
  const services = edge.role_trust_service ?? [];
  const trusted = services.length === 0 ? ['lambda.amazonaws.com'] : services;
  const trust = trusted.includes('cognito-identity.amazonaws.com') ? cognitoTrust : trustService(trusted[0] ?? '');
  return { target: { trust, profile: trusted.includes('ec2.amazonaws.com'), attached: [ADMINISTRATOR] } };
};

const asUser = (actions: readonly string[], rest: AccountSpec = {}): Smallest => ({
  attacker: user,
  spec: { ...rest, users: { ...rest.users, attacker: { inline: [doc(allow(actions))], ...rest.users?.['attacker'] } } },
});
const asRole = (actions: readonly string[], rest: AccountSpec = {}): Smallest => ({
  attacker: role,
  spec: {
    ...rest,
    roles: {
      ...rest.roles,
      attacker: {
        inline: [doc(allow(actions))],
        trust: trustService('ec2.amazonaws.com'),
        ...rest.roles?.['attacker'],
      },
    },
  },
});

const boss: AccountSpec = { users: { boss: { attached: [ADMINISTRATOR] } } };

/** A user or role whose boundary leaves only the given actions. */
const bounded = (kind: 'user' | 'role', actions: readonly string[]): Smallest => {
  const rest: AccountSpec = { policies: { limit: [doc(allow(actions))] } };
  const holder = { inline: [everything], boundary: policyArn('limit') };
  return kind === 'user'
    ? asUser(actions, { ...rest, users: { attacker: holder } })
    : asRole(actions, { ...rest, roles: { attacker: holder } });
};

/** A user or role that may do everything but for a denial that leaves only the given actions. */
const denied = (kind: 'user' | 'role', where: 'managed' | 'inline', actions: readonly string[]): Smallest => {
  const denial = doc(denyAllBut(actions));
  const holder =
    where === 'managed' ? { inline: [everything], attached: [policyArn('guard')] } : { inline: [everything, denial] };
  const rest: AccountSpec = where === 'managed' ? { policies: { guard: [denial] } } : {};
  return kind === 'user'
    ? asUser(actions, { ...rest, users: { attacker: holder } })
    : asRole(actions, { ...rest, roles: { attacker: holder } });
};

const federated = (provider: string, action: string): AccountSpec => ({
  roles: {
    target: { attached: [ADMINISTRATOR], trust: doc({ Principal: { Federated: iamArn(provider) }, Action: action }) },
  },
});

const tagged = (actions: readonly string[]): Smallest => {
  const open = {
    inline: [doc(allow('*', '*', { StringEquals: { 'aws:PrincipalTag/team': 'admin' } }), allow(actions))],
  };
  if (actions.includes('iam:TagUser')) return asUser(actions, { users: { attacker: open } });
  return asRole(actions, {
    roles: {
      attacker: {
        ...open,
        trust: doc({ Principal: { AWS: iamArn('root') }, Action: ['sts:AssumeRole', 'sts:TagSession'] }),
      },
    },
  });
};

const special: Readonly<Record<string, (actions: readonly string[]) => Smallest>> = {
  'iam-create-policy-version': (actions) =>
    asUser([], {
      policies: { own: [doc(allow(actions, policyArn('own')))] },
      users: { attacker: { inline: [], attached: [policyArn('own')] } },
    }),
  'iam-set-default-policy-version': (actions) =>
    asUser([], {
      policies: { own: [doc(allow(actions, policyArn('own'))), everything] },
      users: { attacker: { inline: [], attached: [policyArn('own')] } },
    }),
  'iam-attach-user-policy': (actions) => asUser(actions),
  'iam-put-user-policy': (actions) => asUser(actions),
  'iam-attach-role-policy': (actions) => asRole(actions),
  'iam-put-role-policy': (actions) => asRole(actions),
  'iam-attach-group-policy': (actions) =>
    asUser(actions, { groups: { dev: {} }, users: { attacker: { inline: [doc(allow(actions))], groups: ['dev'] } } }),
  'iam-put-group-policy': (actions) =>
    asUser(actions, { groups: { dev: {} }, users: { attacker: { inline: [doc(allow(actions))], groups: ['dev'] } } }),
  'iam-add-user-to-group': (actions) => asUser(actions, { groups: { admins: { attached: [ADMINISTRATOR] } } }),
  'iam-create-role-with-policy': (actions) => asUser(actions),
  'iam-create-user-with-policy': (actions) => asUser(actions, { groups: { admins: { attached: [ADMINISTRATOR] } } }),
  'iam-delete-user-boundary': (actions) => bounded('user', actions),
  'iam-put-user-boundary': (actions) => bounded('user', actions),
  'iam-delete-role-boundary': (actions) => bounded('role', actions),
  'iam-put-role-boundary': (actions) => bounded('role', actions),
  'iam-detach-user-policy': (actions) => denied('user', 'managed', actions),
  'iam-delete-user-inline-policy': (actions) => denied('user', 'inline', actions),
  'iam-detach-role-policy': (actions) => denied('role', 'managed', actions),
  'iam-delete-role-inline-policy': (actions) => denied('role', 'inline', actions),
  'iam-remove-user-from-group': (actions) =>
    asUser(actions, {
      groups: { held: { inline: [doc(denyAllBut(actions))] } },
      users: { attacker: { inline: [everything], groups: ['held'] } },
    }),
  'organizations-relax-scp': (actions) => ({
    ...asUser(actions, { users: { attacker: { inline: [everything] } } }),
    surroundings: {
      scps: [
        [{ name: 'FullAWSAccess', document: everything }],
        [{ name: 'guard', document: doc(denyAllBut(actions), allow('*')) }],
      ],
    },
  }),
  'iam-mfa-device-takeover': (actions) =>
    asUser(actions, {
      users: {
        attacker: {
          inline: [doc(allow('*', '*', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }), allow(actions))],
        },
      },
    }),
  'iam-create-access-key': (actions) => asUser(actions, boss),
  'iam-rotate-access-key': (actions) => asUser(actions, boss),
  'iam-create-login-profile': (actions) => asUser(actions, boss),
  'iam-update-login-profile': (actions) => asUser(actions, boss),
  'iam-service-specific-credential': (actions) => asUser(actions, boss),
  'sts-assume-role': (actions) =>
    asUser(actions, { roles: { target: { attached: [ADMINISTRATOR], trust: trustAccount() } } }),
  'sts-assume-root': (actions) => asUser(actions),
  'sts-tag-session-abac': tagged,
  'iam-swap-instance-profile-role': (actions) =>
    asUser(actions, {
      roles: {
        target: { trust: trustService('ec2.amazonaws.com'), attached: [ADMINISTRATOR] },
        web: { trust: trustService('ec2.amazonaws.com'), profile: true },
      },
    }),
  'iam-update-saml-provider': (actions) => asUser(actions, federated('saml-provider/corp', 'sts:AssumeRoleWithSAML')),
  'iam-oidc-provider-edit': (actions) =>
    asUser(actions, federated('oidc-provider/login.example.com', 'sts:AssumeRoleWithWebIdentity')),
  'sso-new-admin-permission-set': (actions) => asUser(actions),
  'sso-assign-permission-set': (actions) =>
    asUser(actions, {
      roles: { AWSReservedSSO_admin_0123: { path: '/aws-reserved/sso.amazonaws.com/', attached: [ADMINISTRATOR] } },
    }),
  'identitystore-join-group': (actions) =>
    asUser(actions, {
      roles: { AWSReservedSSO_admin_0123: { path: '/aws-reserved/sso.amazonaws.com/', attached: [ADMINISTRATOR] } },
    }),
  'sso-attach-managed-policy': (actions) => ({
    attacker: sso,
    spec: {
      roles: {
        AWSReservedSSO_dev_0123456789abcdef: {
          path: '/aws-reserved/sso.amazonaws.com/',
          inline: [doc(allow(actions))],
        },
      },
    },
  }),
  'sso-put-inline-policy': (actions) => special['sso-attach-managed-policy']?.(actions) ?? asUser(actions),
};

/** The same account with another trust policy on the target role; undefined for edges that lead elsewhere. */
export function withTrust(
  id: string,
  actions: readonly string[],
  trust: unknown,
  profile: boolean,
): Smallest | undefined {
  if (special[id] !== undefined || edgeById(id).effect !== 'act-as' || edgeById(id).role_trust_service === undefined)
    return undefined;
  return asUser(actions, { roles: { target: { trust, profile, attached: [ADMINISTRATOR] } } });
}

/** The smallest account in which the attacker has the edge with exactly these actions, and nothing else helps. */
export function smallest(id: string, actions: readonly string[]): Smallest {
  const make = special[id];
  return make === undefined ? asUser(actions, { roles: targetRole(edgeById(id)) ?? {} }) : make(actions);
}

/** Every list of actions that the edge asks for: one for each of its alternatives. */
export const optionsOf = (edge: Edge): string[][] =>
  (edge.any_of ?? [[]]).map((option) => [...new Set([...edge.requires, ...option].map(({ action }) => action))]);
