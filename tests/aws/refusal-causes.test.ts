import { describe, expect, it } from 'vitest';
import { classify } from '../../src/aws/errors.ts';
import { awsError } from '../helpers/resource-suite.ts';

describe('a refusal that no permission would change is a failure with its cause', () => {
  it.each([
    ['SignatureDoesNotMatch', 403, /secret access key .* wrong, or a proxy changes requests/],
    ['InvalidSignatureException', 403, /signature/],
    ['IncompleteSignature', 400, /signature/],
    ['IncompleteSignatureException', 403, /signature/],
    ['SubscriptionRequiredException', 403, /not subscribed to the service/],
    ['NotSignedUp', 403, /not subscribed to the service/],
    ['OptInRequired', 401, /not subscribed to the service, or has not enabled the region/],
    ['InvalidAccessKeyId', 403, /the region is not enabled for this account or does not accept its credentials/],
  ])('%s (HTTP %i)', (code, status, message) => {
    const told = `as the service says: 'AWS4-HMAC-SHA256 Credential=${['AKIA', 'IOSFODNN7AUDITED'].join('')}/20260101' is not valid`;
    expect(classify(awsError(code, told, status), ['iam:GetRole'])).toEqual({
      kind: 'failed',
      code,
      actions: ['iam:GetRole'],
      message: expect.stringMatching(
        new RegExp(`${message.source}.*: as the service says: '\\[redacted\\]' is not valid`),
      ) as string,
    });
  });

  it('is a fact where a facet declares it', () => {
    const error = awsError('SubscriptionRequiredException', 'Premium Support is required', 400);
    expect(classify(error, [], ['SubscriptionRequiredException'])).toMatchObject({ kind: 'absent' });
  });
});
