interface Root {
  readonly summary?: Readonly<Record<string, number>>;
}

/**
 * A guard: the root user has neither MFA, password nor access key, as in member accounts whose root access is managed
 * centrally: then there is nothing to sign in with
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user.html#id_root-user-access-management).
 */
export const rootCannotSignIn = {
  needs: ['summary'],
  such: { summary: { AccountMFAEnabled: 0, AccountPasswordPresent: 0, AccountAccessKeysPresent: 0 } },
  when: ({ summary = {} }: Root) =>
    ['AccountMFAEnabled', 'AccountPasswordPresent', 'AccountAccessKeysPresent'].every((key) => summary[key] === 0)
      ? 'the root user has neither password nor access key'
      : undefined,
} as const;
