import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {};

export const untried: Readonly<Record<string, string>> = {
  'lambda-function-environment-no-secrets':
    'The API takes all variables anew, with values that must not be shown: there is no command',
};
