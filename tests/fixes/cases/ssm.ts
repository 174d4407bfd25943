import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {};

export const untried: Readonly<Record<string, string>> = {
  'ssm-parameter-no-plaintext-secrets': 'A command would hold the secret: there is none',
};
