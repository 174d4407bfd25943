import { lacks } from '../lacks.ts';
import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {};

export const untried: Readonly<Record<string, string>> = {
  'accessanalyzer-external-analyzer-enabled': lacks('accessanalyzer', 'CreateAnalyzer'),
  'accessanalyzer-no-active-findings': 'no command: whether an access is meant is for a person to say',
  'accessanalyzer-internal-access-analyzer-enabled': lacks('accessanalyzer', 'CreateAnalyzer'),
};
