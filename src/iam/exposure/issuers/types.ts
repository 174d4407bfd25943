import type { Grammar, Slot } from './grammar.ts';

/** What a claim holds that AWS gives to conditions, besides `sub` and `aud`. */
export interface Claim {
  readonly value: Slot | Grammar;
  /** Not every token has it. */
  readonly optional?: true;
  /** It names the app, as the audience does. */
  readonly isApp?: true;
}

interface Common {
  readonly name: string;
  /** Where its tokens are described. */
  readonly docs: string;
}

/** An issuer whose tokens many customers get: the subject, or another claim, tells whose they are. */
export interface SharedIssuer extends Common {
  readonly sharing: 'shared';
  /** Host and path, in lower case. */
  readonly hosts: readonly string[];
  readonly subject: Grammar;
  /** What the audience says: left out, whoever asks for the token writes it. */
  readonly audience?: Grammar;
  /** The audience is an app, and anybody may sign in to it. */
  readonly isApp?: true;
  /**
   * Claims that AWS gives to conditions under this issuer's host (condition keys of sts:AssumeRoleWithWebIdentity,
   * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif), by name in
   * lower case.
   */
  readonly claims?: Readonly<Record<string, Claim>>;
  /** Claims of its tokens of which AWS's list does not say that conditions see them. */
  readonly unlisted?: Readonly<Record<string, Claim>>;
  /** The name of the session tells whose the token is, because the issuer's own service asks for the role. */
  readonly sessionName?: Grammar;
  /** What a subject says about other claims of the same token. */
  readonly implied?: (subject: string) => Readonly<Record<string, string>>;
}

/** A form of issuer that each customer has for himself: its host or path names him. */
export interface OwnIssuer extends Common {
  readonly sharing: 'own';
  readonly host: RegExp;
  /** Where it is known: what its subjects look like. */
  readonly subject?: Grammar;
}

export type Issuer = SharedIssuer | OwnIssuer;
