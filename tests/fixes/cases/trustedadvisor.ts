import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {};

const byPerson = 'What the checks of Trusted Advisor list is looked at by a person: there is no one command';

export const untried: Readonly<Record<string, string>> = {
  'trustedadvisor-checks-no-errors': byPerson,
  'trustedadvisor-checks-refreshed-recently':
    'no command: AWS refreshes check by check, and each may refuse for a while',
  'trustedadvisor-organizational-view-enabled': 'The emulator does not tell which services an organization trusts',
  'trustedadvisor-premium-support-subscribed': 'no command: which plan to pay for is for a person to decide',
  'trustedadvisor-service-limits-not-exceeded': byPerson,
  'trustedadvisor-security-checks-not-excluded': byPerson,
};
