import type { RunInfo } from '../src/engine/result.ts';

/** Nothing that AWS tells shows it, so that every cover says it. */
const notTold =
  'AWS does not tell whether a session policy or a permissions boundary narrows them: what they denied is under what was not assessed';

/** How whoever asked was authenticated, in words; the caller's ARN stands beside it. */
export function accessText({ access, source }: Pick<RunInfo, 'access' | 'source'>): string {
  if (access === undefined)
    return source === 'aws' ? 'not recorded' : 'not recorded in the snapshot, which an earlier version made';
  const { source: from, roles } = access;
  return [from, ...roles.map((role) => `assumed ${role}`)].join('; then ');
}

export const rightsText = `only operations that read; the least policy for them is printed by \`audit policy\`. ${notTold}`;

/** Where the account stands in its organization, in words. */
export function placeText({ organization }: Pick<RunInfo, 'organization'>): string {
  if (organization === undefined) return 'not read in this run';
  const { id, managementAccount, path, names } = organization;
  if (id === undefined && path === undefined) return 'the account is in no organization';
  const told = [
    id === undefined ? '' : `organization ${id}`,
    managementAccount === undefined ? '' : `management account ${managementAccount}`,
    path === undefined
      ? 'the path to the account is told to the management account and delegated administrators'
      : `path ${(names ?? path).join('/')}${names === undefined ? '' : ` (${path.join('/')})`}`,
  ];
  return told.filter((text) => text !== '').join('; ');
}

/** Which program judged, and which read where that is another. */
export const programText = ({ version, id, readBy }: Pick<RunInfo, 'version' | 'id' | 'readBy'>): string =>
  `audit ${version}, run ${id}${readBy === undefined ? '' : `; the account was read by audit ${readBy}`}`;
