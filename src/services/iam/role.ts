import type { Api } from '../../aws/api.ts';
import { resource } from '../../inventory/resource.ts';
import { shell } from '../../text/shell.ts';
import { authorizationDetails } from './details.ts';
import type { Attached, Inline } from './details.ts';
import { iam } from './service.ts';
import type { IamSdk } from './service.ts';

/** How many seconds a session of a role may last, by its name: the account's details do not tell it. */
const sessionsOf = (api: Api<IamSdk, 'ListRoles'>): Promise<ReadonlyMap<string, number | undefined>> =>
  api.once('session durations', async () => {
    const found = new Map<string, number | undefined>();
    for await (const { Roles } of api.pages('ListRoles', { MaxItems: 1000 }))
      for (const { RoleName, MaxSessionDuration } of Roles ?? [])
        if (RoleName !== undefined) found.set(RoleName, MaxSessionDuration);
    return found;
  });

export const role = resource(iam, 'AWS::IAM::Role', {
  calls: ['GetAccountAuthorizationDetails'],
  narrows: { GetAccountAuthorizationDetails: { Filter: 'unless given' } },
  async *list(api) {
    yield* (await authorizationDetails(api)).roles;
  },
}).facets((facet) => ({
  session: facet({
    calls: ['ListRoles'],
    often: { ListRoles: 'once' },
    async read(api, { id }) {
      return { maxSeconds: (await sessionsOf(api)).get(id) };
    },
  }),
}));

/** AWS makes it, and only the service uses it: https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html */
export const isServiceLinked = ({ path }: { readonly path: string }): boolean => path.startsWith('/aws-service-role/');

interface Ending {
  readonly name: string;
  readonly path: string;
  readonly attached: readonly Attached[];
  readonly inline: readonly Inline[];
  readonly instanceProfiles: readonly Attached[];
}

/** The commands that delete a role with what hangs on it; none for one of Identity Center, which nobody may delete here. */
export const roleEnd = ({ name, path, attached, inline, instanceProfiles }: Ending): { cli?: string } =>
  path.startsWith('/aws-reserved/')
    ? {}
    : {
        cli: [
          ...instanceProfiles.map(
            (profile) =>
              shell`aws iam remove-role-from-instance-profile --instance-profile-name ${profile.name} --role-name ${name}`,
          ),
          ...attached.map(({ arn }) => shell`aws iam detach-role-policy --role-name ${name} --policy-arn ${arn}`),
          ...inline.map((policy) => shell`aws iam delete-role-policy --role-name ${name} --policy-name ${policy.name}`),
          shell`aws iam delete-role --role-name ${name}`,
        ].join('\n'),
      };
