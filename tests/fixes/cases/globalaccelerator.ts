import { lacks } from '../lacks.ts';
import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {};

export const untried: Readonly<Record<string, string>> = {
  'globalaccelerator-flow-logs-enabled': lacks('globalaccelerator', 'UpdateAcceleratorAttributes'),
};
