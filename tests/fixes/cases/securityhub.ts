import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {};

export const untried: Readonly<Record<string, string>> = {
  'securityhub-hub-enabled': 'The emulator does not tell of standards',
};
