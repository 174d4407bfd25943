import { lacks } from '../lacks.ts';

export const fixes = {};

export const untried: Readonly<Record<string, string>> = {
  'detective-graph-enabled': lacks('detective', 'CreateGraph'),
};
