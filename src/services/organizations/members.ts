import type { Api } from '../../aws/api.ts';

type Sdk = typeof import('@aws-sdk/client-organizations');

/** What is asked for the accounts of an organisation, and for the policies over them. */
export const memberCalls = [
  'DescribeOrganization',
  'ListRoots',
  'ListOrganizationalUnitsForParent',
  'ListAccounts',
  'ListAccountsForParent',
  'ListPoliciesForTarget',
  'DescribePolicy',
] as const;
export type MembersApi = Api<Sdk, (typeof memberCalls)[number]>;

/** An account as it is listed. */
export interface ListedAccount {
  readonly id: string;
  readonly name: string;
  readonly state: string | undefined;
  /** Ids of the root and the units above it, where the answer tells them. */
  readonly path: readonly string[] | undefined;
}

/**
 * Every account of the organisation.
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListAccounts.html
 */
export async function listedAccounts(api: Api<Sdk, 'ListAccounts'>): Promise<ListedAccount[]> {
  const found: ListedAccount[] = [];
  for await (const page of api.pages('ListAccounts')) {
    for (const { Id, Name, State, Status, Paths } of page.Accounts ?? []) {
      if (Id === undefined) continue;
      // `o-…/r-…/ou-…/`, with the account at the end or not.
      const ids = Paths?.[0]?.split('/').filter((id) => /^(?:r|ou)-/.test(id)) ?? [];
      // `Status` is deprecated in favour of `State`, which older endpoints do not send.
      found.push({ id: Id, name: Name ?? Id, state: State ?? Status, path: ids.length === 0 ? undefined : ids });
    }
  }
  return found;
}

/**
 * Which root or unit each account is directly in, a call for each.
 * https://docs.aws.amazon.com/organizations/latest/APIReference/API_ListAccountsForParent.html
 */
export async function parentsOfAccounts(
  api: Api<Sdk, 'ListAccountsForParent'>,
  parents: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const parent of parents)
    for await (const page of api.pages('ListAccountsForParent', { ParentId: parent }))
      for (const { Id } of page.Accounts ?? []) if (Id !== undefined) found.set(Id, parent);
  return found;
}
