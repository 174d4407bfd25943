import { MAYBE, NO, type Tri, YES } from './types.ts';

/** Three-valued logic: `and` is the least, `or` the greatest, `not` the mirror image. */
export const and = (a: Tri, b: Tri): Tri => (a < b ? a : b);
export const or = (a: Tri, b: Tri): Tri => (a > b ? a : b);
export const not = (a: Tri): Tri => (a === YES ? NO : a === NO ? YES : MAYBE);
export const fromBoolean = (value: boolean): Tri => (value ? YES : NO);
export const allOf = (values: readonly Tri[]): Tri => values.reduce(and, YES);
export const anyOf = (values: readonly Tri[]): Tri => values.reduce(or, NO);
