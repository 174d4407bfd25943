import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {};

export const untried: Readonly<Record<string, string>> = {
  'signin-console-resource-policy-perimeter':
    'From which networks people work only a person can tell: there is no one command',
};
