import { codeOf, isExpired } from './errors.ts';

/** What a request is refused with whose credentials AWS does not know: deleted keys, or a region that is not enabled. */
const unknownKeyCodes = new Set([
  'InvalidClientTokenId',
  'UnrecognizedClientException',
  'InvalidAccessKeyId',
  'InvalidToken',
]);

/**
 * Whether AWS says that it does not know the credentials. In a region that the account has not enabled it says so of
 * good ones too.
 */
export function doubtsCredentials(error: unknown): boolean {
  const code = codeOf(error);
  if (unknownKeyCodes.has(code)) return true;
  // EC2 uses the code for things that are somebody else's as well.
  return code === 'AuthFailure' && error instanceof Error && error.message.includes('validate the provided access');
}

/** Whether an answer to "who am I" says that the credentials are over. */
export const refusesCredentials = (error: unknown): boolean => isExpired(error) || doubtsCredentials(error);
