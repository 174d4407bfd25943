import { checks } from '../../../checks/index.ts';
import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {};

const raised = 'A quota is raised by a request that AWS decides on: there is no command';

export const untried: Readonly<Record<string, string>> = Object.fromEntries(
  checks.flatMap(({ id }) => (id.startsWith('servicequotas-') ? [[id, raised] as const] : [])),
);
