import { AuditError } from '../../program/errors.ts';
import { codeOf, failedOnTheWay, retryOf, shownMessage } from '../errors.ts';
import { ForeignAnswer } from '../foreign-answer.ts';
import { NotReached } from '../unreached.ts';

/** A source of credentials that is configured and gave none: which it was, why, and what helps. */
export class SourceFault extends Error {
  /** As it stands in a sentence: `the profile prod (credential_process)`. */
  readonly source: string;
  readonly hint: string | undefined;

  constructor(source: string, reason: string, options: { hint?: string; cause?: unknown } = {}) {
    super(`${source}: ${reason}`, options.cause === undefined ? undefined : { cause: options.cause });
    // What the SDK's own sources throw: not an answer of AWS, so the call that waits is not tried again.
    this.name = 'CredentialsProviderError';
    this.source = source;
    this.hint = options.hint;
  }
}

/**
 * What became of a request for credentials: a refusal is the source's fault; a network or a service that does not answer
 * stays what it is, and says for which source it was asked.
 * @param doing what was asked for, e.g. `sts:AssumeRole of arn:…`
 */
export function refusedBy(source: string, doing: string, error: unknown, hint?: string): Error {
  if (error instanceof SourceFault || error instanceof AuditError) return error;
  if (error instanceof Error && error.name === 'AbortError')
    return new SourceFault(source, `${doing} was not answered in time`, { cause: error });
  if (error instanceof Error && failedOnTheWay(error)) return notReached(source, doing, error);
  return new SourceFault(source, `${doing} was refused: ${codeOf(error)}: ${shownMessage(error)}`, {
    cause: error,
    ...(hint === undefined ? {} : { hint }),
  });
}

/** Why comes first: of long messages the beginning is shown. */
function notReached(source: string, doing: string, error: Error): NotReached {
  const known = error instanceof NotReached ? error : undefined;
  const code = known?.code ?? codeOf(error);
  const isTold = known !== undefined || error instanceof ForeignAnswer || error.message.includes(code);
  const told = isTold ? shownMessage(error) : `${code}: ${shownMessage(error)}`;
  return new NotReached(`${told} (asked by ${source} for ${doing})`, {
    code,
    hostname: known?.hostname ?? '',
    passing: known?.passing ?? retryOf(error) !== 'none',
    hint: known?.hint,
    cause: error,
  });
}
