import { lacks } from '../lacks.ts';
import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {};

export const untried: Readonly<Record<string, string>> = {
  'sts-audit-caller-not-root': 'Who runs the audit decides: there is no command',
  'sts-global-endpoint-not-used': 'Code and configuration of workloads have to be changed: there is no command',
  'sts-global-endpoint-token-version-2': lacks('iam', 'SetSecurityTokenServicePreferences'),
};
