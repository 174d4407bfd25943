import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {};

export const untried: Readonly<Record<string, string>> = {
  'stepfunctions-state-machine-definition-no-secrets': 'A new definition has to be written: there is no command',
};
