import { lacks } from '../lacks.ts';

export const fixes = {};

export const untried: Readonly<Record<string, string>> = {
  'vpclattice-service-auth-required': lacks('vpclattice', 'UpdateService'),
  'vpclattice-service-auth-policy-not-public': 'the emulator keeps no auth type of services',
};
