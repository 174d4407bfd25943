import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {};

export const untried: Readonly<Record<string, string>> = {
  'artifact-baa-agreement-active': 'An agreement is accepted by a person who may bind the company: there is no command',
  'artifact-organization-agreement-active':
    'An agreement is accepted by a person who may bind the company: there is no command',
  'artifact-notifications-subscribed': 'The emulator has no AWS Artifact',
};
