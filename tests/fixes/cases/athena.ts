import { lacks } from '../lacks.ts';
import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {};

const update = lacks('athena', 'UpdateWorkGroup');
export const untried: Readonly<Record<string, string>> = {
  'athena-workgroup-configuration-enforced': update,
  'athena-workgroup-metrics-enabled': update,
  'athena-workgroup-results-encrypted': update,
};
