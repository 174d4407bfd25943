/** How sure a finding is: `high` for a known format or a random value under a telling name, `medium` for a value that a person chose. */
export type Confidence = 'high' | 'medium';

/** Where a secret is: in a text (both from 1), or under a name. Never what it is. */
export type SecretPlace = { readonly line: number; readonly column: number } | { readonly name: string };

export interface SecretFinding {
  /** What sort of secret: `aws-secret-access-key`, `private-key`, `github-token`, `url-credentials`, `password`, ... */
  readonly kind: string;
  readonly where: SecretPlace;
  readonly confidence: Confidence;
}

/** A finding inside one text, before its place is told in lines. */
export interface Hit {
  readonly kind: string;
  readonly confidence: Confidence;
  readonly start: number;
  readonly end: number;
}

/** A name and a value found together in a text, and where the value begins. */
export interface Pair {
  readonly name: string;
  readonly value: string;
  readonly offset: number;
}
