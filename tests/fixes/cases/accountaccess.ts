import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {};

export const untried: Readonly<Record<string, string>> = {
  'accountaccess-entitlement-no-administrator': 'The emulator has no account access manager',
};
