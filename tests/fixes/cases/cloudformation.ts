import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {};

export const untried: Readonly<Record<string, string>> = {
  'cloudformation-stack-outputs-no-secrets': 'A new template has to be written: there is no command',
  'cloudformation-stack-parameters-no-plaintext-secrets': 'A new template has to be written: there is no command',
  'cloudformation-stack-template-no-secrets': 'A new template has to be written: there is no command',
};
