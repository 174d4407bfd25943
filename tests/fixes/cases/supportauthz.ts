import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {};

export const untried: Readonly<Record<string, string>> = {
  'supportauthz-permits-limited': 'The emulator has no AWS Support authorization',
};
