import { lacks } from '../lacks.ts';
import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {};

const update = lacks('appstream', 'UpdateFleet');
export const untried: Readonly<Record<string, string>> = {
  'appstream-fleet-default-internet-access-disabled': update,
  'appstream-fleet-disconnect-timeout-limited': update,
  'appstream-fleet-idle-timeout-limited': update,
  'appstream-fleet-session-max-duration-limited': update,
};
