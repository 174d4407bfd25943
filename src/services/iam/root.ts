type Summary = Readonly<Record<string, number>>;

/**
 * True when the root user has neither password nor access key, as in member accounts whose root access is managed
 * centrally: then there is nothing to sign in with
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html#id_root-user-access-management).
 * False when it has one, or when AWS does not say.
 */
export const rootHasNoCredentials = (summary: Summary): boolean =>
  summary['AccountPasswordPresent'] === 0 && summary['AccountAccessKeysPresent'] === 0;
