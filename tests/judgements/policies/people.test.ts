import { expect, it } from 'vitest';
import { assignedPeople } from '../../../src/judgements/policies/people.ts';

const admin = { Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] };
const reads = { Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] };
const rises = { Statement: [{ Effect: 'Allow', Action: 'iam:PutUserPolicy', Resource: '*' }] };
const set = (more: object) => ({
  id: 'ps-1',
  arn: 'arn:set',
  described: { name: 'Ops' },
  awsPolicies: [],
  awsDocuments: {},
  ownPolicies: [],
  inline: undefined,
  boundary: undefined,
  ...more,
});
const assignment = { target: '111122223333', permissionSet: 'arn:set', principals: [{ id: 'g', type: 'GROUP' }] };

it.each<[string, object[] | undefined, string, string]>([
  ['gives all', [set({ inline: admin })], 'Ops', 'yes'],
  ['gives a way to all', [set({ inline: rises })], 'Ops', 'escalates'],
  ['gives little', [set({ inline: reads })], 'Ops', 'no'],
  ['gives what each account has for itself', [set({ ownPolicies: [{ name: 'p', path: '/' }] })], 'Ops', 'possible'],
  ['was not read', undefined, 'arn:set', 'unknown'],
])('says who is administrator by a set that %s', (_, permissionSets, name, administrator) => {
  const found = assignedPeople.compute({ assignments: [assignment], permissionSets } as never, {} as never);
  expect(found).toEqual([{ account: '111122223333', set: name, administrator, people: [{ id: 'g', type: 'GROUP' }] }]);
});

it('says nothing where the account was told of no assignment', () => {
  expect(assignedPeople.compute({ assignments: undefined, permissionSets: [set({})] } as never, {} as never)).toEqual(
    [],
  );
});
