import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {};

export const untried: Readonly<Record<string, string>> = {
  'codebuild-project-environment-no-secrets':
    'The API takes the whole environment anew, values that must not be shown included: there is no command',
  'codebuild-project-source-url-no-credentials':
    'The connection to the repository has to be made by a person: there is no command',
};
