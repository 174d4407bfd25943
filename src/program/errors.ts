/** What a run can stop with. API trouble during collection is an `Outcome`, never one of these. */
export type AuditErrorCode =
  | 'usage'
  | 'config'
  | 'credentials'
  | 'snapshot'
  | 'output'
  | 'delivery'
  | 'interrupted'
  | 'internal';

const exitCodes: Record<AuditErrorCode, number> = {
  usage: 2,
  config: 2,
  output: 2,
  snapshot: 2,
  credentials: 4,
  delivery: 5,
  interrupted: 130,
  internal: 70,
};

/** An error a user can act on: what was wrong and where (message), what to do (hint). */
export class AuditError extends Error {
  readonly code: AuditErrorCode;
  readonly hint: string | undefined;

  constructor(code: AuditErrorCode, message: string, options: { hint?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AuditError';
    this.code = code;
    this.hint = options.hint;
  }

  /** The process exit code documented for this kind of error. */
  get exitCode(): number {
    return exitCodes[this.code];
  }
}

/** Whether it is one of ours: what a user's module throws may not let itself be asked. */
export function isAuditError(error: unknown): error is AuditError {
  try {
    return error instanceof AuditError;
  } catch {
    return false;
  }
}

/** The message of anything that can be thrown, which need not be an error, nor let itself be turned into text. */
export function messageOf(error: unknown): string {
  try {
    return String(error instanceof Error ? error.message : error);
  } catch {
    return 'something was thrown that cannot be turned into text';
  }
}

/** The module of the user's that is being loaded: should it wait for something that never comes, the program ends there. */
export const loading: { file: string | undefined } = { file: undefined };
