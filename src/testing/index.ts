/**
 * The test kit for authors of packs and checks: `import { checkSuite, collectType } from 'aws-posture-audit/testing'`.
 * It needs no test runner: whoever calls it brings `describe` and `it`.
 */
export { awsError, collectType } from './collect-type.ts';
export type { Answers, Sent } from './collect-type.ts';
export { checkSuite } from './check-suite.ts';
export type { Runner } from './check-suite.ts';
export type { Case, Given } from './cases.ts';
export { startStandIn } from './stand-in.ts';
export type { StandIn } from './stand-in.ts';
