/** What `standing` reads, in the ways in which an account can stand to an organisation. */
const id = '111122223333';
const details = (managementAccount: string) => ({
  id: 'o-oursoursou',
  featureSet: 'ALL',
  managementAccount,
  isManagement: managementAccount === id,
});
const delegations = (administrators: Readonly<Record<string, readonly string[]>> | undefined) => ({
  delegations: [
    {
      id,
      delegatedAdministrators:
        administrators === undefined
          ? undefined
          : Object.entries(administrators).map(([account, services]) => ({
              id: account,
              name: `account ${account}`,
              services,
            })),
    },
  ],
});

/** The account that manages the organisation in which `111122223333` is a member. */
export const managementAccount = '999988887777';

export const standsAlone = { ownOrganization: [{ id, details: undefined }], ...delegations(undefined) };
/** Manages its organisation, with these delegated administrators and their services. */
export const manages = (administrators: Readonly<Record<string, readonly string[]>> = {}) => ({
  ownOrganization: [{ id, details: details(id) }],
  ...delegations(administrators),
});
/** A member that is told nothing of its organisation. */
export const plainMember = {
  ownOrganization: [{ id, details: details(managementAccount) }],
  ...delegations(undefined),
};
/** A member that administers something, so that it is told who administers what. */
export const toldMember = (administrators: Readonly<Record<string, readonly string[]>>) => ({
  ownOrganization: [{ id, details: details(managementAccount) }],
  ...delegations(administrators),
});
/** A member that administers these services. */
export const administersFor = (...services: string[]) => toldMember({ [id]: services });

const denied = (action: string) => ({
  actions: [action],
  cause: `${action} denied: no policy allows it (AccessDeniedException)`,
});
/** Nothing of the organisation could be read. */
export const organizationUnread = {
  ownOrganization: denied('organizations:DescribeOrganization'),
  delegations: denied('organizations:ListDelegatedAdministrators'),
};
/** Whether it is in one was read, but not who administers what. */
export const delegationsUnread = { delegations: organizationUnread.delegations };
