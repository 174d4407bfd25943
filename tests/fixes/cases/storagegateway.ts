import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {};

export const untried: Readonly<Record<string, string>> = {
  'storagegateway-file-share-kms-encrypted': 'A key has to be chosen, and allowed to the role: there is no command',
  'storagegateway-gateway-not-on-ec2': 'Another one has to be set up elsewhere: there is no command',
};
