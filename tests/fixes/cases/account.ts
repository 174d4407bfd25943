import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'account-security-contact-registered': async () => ({
    NAME: 'Security team',
    TITLE: 'Security',
    EMAIL: 'security@example.com',
    PHONE: '+493012345678',
  }),
};

export const untried: Readonly<Record<string, string>> = {
  'account-contact-details-current': 'Who owns the account is not known to the command line: there is no command',
};
