import type { Requirement } from '../engine/frameworks.ts';

/** Whether a requirement needs a person, whatever its checks find: nothing else can be attested. */
export const needsPerson = ({ person, awsReport, whole = [] }: Requirement): boolean =>
  person === true || awsReport !== undefined || whole.length === 0;
