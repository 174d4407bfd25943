/**
 * What custom checks and configurations may import: `import { defineCheck } from 'aws-posture-audit'`.
 */
export { along, defineCheck, fail, manual, notApplicable, pass, unknown, unknownWithout } from './engine/check.ts';
export { derive } from './engine/derive.ts';
export { age, companion, daysLeft, each, number, sameFor, some, state } from './engine/forms/index.ts';
export type {
  Category,
  Check,
  Context,
  ExactFix,
  Fix,
  Severity,
  Subject,
  UnreadReason,
  Verdict,
} from './engine/check.ts';
export type { Framework } from './engine/frameworks.ts';
export type { Reporter, ReportOptions } from './engine/reporter.ts';
export type { AnyResult } from './engine/result.ts';
export { listed } from './inventory/listed.ts';
export { first, resource } from './inventory/resource.ts';
export { service } from './aws/service.ts';
export { definePack } from './config/packs/pack.ts';
export type { Pack } from './config/packs/pack.ts';
export { defineConfig } from './config/config.ts';
export type { Config } from './config/config.ts';
export { shell } from './text/shell.ts';
export { hcl } from './text/hcl.ts';
export { exposure } from './iam/index.ts';
export * as resources from './services/index.ts';
