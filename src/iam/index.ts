/**
 * Judging IAM policies by evaluating them.
 *
 * Three questions, each a pure function over documents as AWS returns them (parsed JSON, JSON text, URL-encoded text):
 * - {@link exposure}: who outside can reach this resource, and with which request?
 * - {@link authorize}: is this request allowed, denied or possible, and which statement decides?
 * - judgements.ts: what does this document grant? (administrator, whole service, any role, …)
 *
 * Documents are compiled once and kept by identity: do not change a document after handing it in.
 * Malformed documents never throw; they make answers `unknown` or `possible`.
 */
export * from './types.ts';
export * from './exposure/types.ts';
export { compile } from './compile.ts';
export { authorize } from './authorize.ts';
export { exposure, resourceKind, widest } from './exposure/exposure.ts';
export { isPublicPolicy } from './exposure/s3-public.ts';
export { assertCanary } from './canary.ts';
export * from './document.ts';
