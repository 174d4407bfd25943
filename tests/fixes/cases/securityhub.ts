import { lacks } from '../lacks.ts';
import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {};

export const untried: Readonly<Record<string, string>> = {
  'securityhub-hub-enabled': lacks('securityhub', 'GetEnabledStandards'),
  'securityhub-v2-enabled': lacks('securityhub', 'DescribeSecurityHubV2'),
};
