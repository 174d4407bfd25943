/**
 * What custom checks and configurations may import: `import { defineCheck } from 'aws-posture-audit'`.
 */
export { along, defineCheck, fail, manual, notApplicable, pass, unknown } from './engine/check.ts';
export { age, companion, daysLeft, each, number, sameFor, some, state } from './engine/forms/index.ts';
export type { Check, Context, Severity, Category, Subject, Verdict } from './engine/check.ts';
export { listed } from './inventory/listed.ts';
export { resource } from './inventory/resource.ts';
export { service } from './aws/service.ts';
export { defineConfig } from './config/config.ts';
export type { Config } from './config/config.ts';
export { shell } from './text/shell.ts';
export { hcl } from './text/hcl.ts';
export { exposure } from './iam/index.ts';
export * as resources from './services/index.ts';
