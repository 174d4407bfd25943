import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {};

export const untried: Readonly<Record<string, string>> = {
  'ecs-task-definition-environment-no-secrets': 'The command deletes the revision, and no finding is left of it',
};
