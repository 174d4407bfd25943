import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {};

const byPerson = 'What the checks of Trusted Advisor list is looked at by a person: there is no one command';

export const untried: Readonly<Record<string, string>> = {
  'trustedadvisor-checks-no-errors': byPerson,
  'trustedadvisor-security-checks-not-excluded': byPerson,
};
