import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {};

export const untried: Readonly<Record<string, string>> = {
  'ram-no-pending-external-invitations': 'The emulator has no invitations',
  'ram-organization-sharing-enabled': 'The emulator does not tell which services an organization trusts',
  'ram-received-share-owner-trusted': 'The emulator has no shares of other accounts',
  'ram-resource-share-associations-healthy': 'There is no command: why it failed a person has to see',
  'ram-resource-share-managed-permission-current': 'The emulator does not tell the permissions of shares',
  'ram-resource-share-organization-only': 'The emulator cannot change a share',
  'ram-resource-share-principals-trusted': 'The emulator does not tell the principals of shares',
  'ram-shared-subnet-not-public': 'There is no command: which share or route is wrong a person has to see',
};
