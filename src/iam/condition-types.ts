import type { ArnPattern } from './arn.ts';
import type { Glob } from './glob.ts';
import type { Cidr } from './ip.ts';
import type { Template } from './policy.ts';

export type OperatorFamily = 'string' | 'number' | 'date' | 'bool' | 'binary' | 'ip' | 'arn' | 'null' | 'unknown';
export type Comparison = 'equal' | 'like' | 'less' | 'lessEqual' | 'greater' | 'greaterEqual';

/** One value of a condition, parsed for its operator. `bad`: it does not parse, so whether it matches is open. */
export type CompiledValue = { readonly text: string } & (
  | { readonly glob: Glob }
  | { readonly arn: ArnPattern }
  | { readonly number: number }
  | { readonly cidr: Cidr }
  | { readonly template: Template }
  | { readonly bad: true }
);

/** One key of one operator of a Condition element. */
export interface CompiledCondition {
  /** As written in the policy. */
  readonly operator: string;
  readonly family: OperatorFamily;
  readonly comparison: Comparison;
  readonly negated: boolean;
  readonly ignoreCase: boolean;
  readonly ifExists: boolean;
  readonly quantifier: 'all' | 'any' | undefined;
  /** In lower case. */
  readonly key: string;
  /** As written. */
  readonly keyText: string;
  readonly values: readonly CompiledValue[];
}
