import { emptySet } from './parts.ts';

export const person = { id: '11111111-2222-3333-4444-555555555555', type: 'USER' as 'USER' | 'GROUP' | undefined };
export const team = { id: '66666666-7777-8888-9999-000000000000', type: 'GROUP' as const };

/** The set in the account itself, assigned to a group. */
export const assigned = {
  id: `${emptySet.id}/111122223333`,
  name: 'Work in account 111122223333',
  arn: `${emptySet.arn}/111122223333`,
  permissionSet: emptySet.arn,
  instance: emptySet.instance,
  store: 'd-1111222233' as string | undefined,
  target: '111122223333',
  principals: [team] as { id: string; type: 'USER' | 'GROUP' | undefined }[],
  emptyGroups: [] as readonly string[] | null | undefined,
};
