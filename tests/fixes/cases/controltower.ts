import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {};

export const untried: Readonly<Record<string, string>> = {
  'controltower-accounts-enrolled': 'There is no command: accounts are enrolled by their unit',
  'controltower-baseline-enabled-on-organizational-units': 'The emulator does not have Control Tower',
  'controltower-controls-enabled-on-organizational-units': 'The emulator does not have Control Tower',
  'controltower-enabled-control-no-drift': 'The emulator does not have Control Tower',
  'controltower-landing-zone-exists': 'There is no command: a landing zone is planned',
};
