const signature =
  'AWS does not accept the signature: the secret access key or the clock is wrong, or a proxy changes requests';
const subscription = 'the account is not subscribed to the service';

/** Refusals that no permission would change, by code, in words that say what would: some have the status of a denial. */
export const refusalCauses: ReadonlyMap<string, string> = new Map([
  ['SignatureDoesNotMatch', signature],
  ['InvalidSignatureException', signature],
  ['IncompleteSignature', signature],
  ['IncompleteSignatureException', signature],
  ['SubscriptionRequiredException', subscription],
  ['NotSignedUp', subscription],
  ['InvalidAccessKeyId', 'the region is not enabled for this account or does not accept its credentials'],
  ['OptInRequired', `${subscription}, or has not enabled the region`],
]);
