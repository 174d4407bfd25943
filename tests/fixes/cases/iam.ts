import type { Build } from '../world.ts';

const admin = 'arn:aws:iam::aws:policy/AdministratorAccess';
const readS3 = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] };

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'iam-user-administrator-access-not-attached': async (aws) => {
    await aws`iam create-user --user-name anna`;
    await aws`iam attach-user-policy --user-name anna --policy-arn ${admin}`;
  },
  'iam-user-no-direct-policies': async (aws) => {
    await aws`iam create-user --user-name anna`;
    await aws`iam attach-user-policy --user-name anna --policy-arn arn:aws:iam::aws:policy/ReadOnlyAccess`;
    await aws`iam put-user-policy --user-name anna --policy-name read --policy-document ${readS3}`;
  },
};

export const untried: Readonly<Record<string, string>> = {};
