import { AuditError } from '../../program/errors.ts';
import type { AwsCredentials } from '../clients.ts';
import { codeOf, isExpired, shownMessage, statusOf } from '../errors.ts';
import { SourceFault } from './fault.ts';
import { remember, type CredentialProvider } from './remember.ts';
import type { CredentialOptions, Limited, Role } from './types.ts';

/**
 * A source may ask STS, a program or a person. Without a limit a run would wait for ever; with this one it ends before
 * the second try of the call that waits for the credentials.
 */
const usualLimitMs = 50_000;

/** Credentials, and where they came from. */
export interface RunCredentials {
  readonly provider: CredentialProvider;
  /** As it stands in a message; undefined before there were any. */
  source(): string | undefined;
  /** What they are, for reports; undefined before there were any. */
  access(): RunAccess | undefined;
}

/** Where credentials came from, in words, and the roles that were assumed on top of them. Never a secret. */
export interface RunAccess {
  readonly source: string;
  readonly roles: readonly string[];
}

/** Those of whatever source is configured. */
export function credentialsOf(options: CredentialOptions): RunCredentials {
  let source: string | undefined;
  let access: RunAccess | undefined;
  const provider = remember(async () => {
    const { credentialsOnce } = await import('./chain.ts');
    const found = await within(options, (limited) => credentialsOnce(limited));
    ({ source, access } = found);
    return found.credentials;
  });
  return { provider, source: () => source, access: () => access };
}

/** Those of a role, assumed with others: for the roles of many accounts, the sources are asked once. */
export function assumed(base: RunCredentials, role: Role, options: CredentialOptions): RunCredentials {
  const assume = (master: AwsCredentials): Promise<AwsCredentials> =>
    within(options, async (limited) => {
      const { assumeOnTop } = await import('./profile.ts');
      return assumeOnTop(master, role, { ...limited, env: options.env ?? process.env });
    });
  const provider = remember(async () => {
    const master = await base.provider();
    try {
      return await assume(master);
    } catch (error) {
      const ended = error instanceof SourceFault && isExpired(error.cause);
      if (!ended || (await base.provider.renew?.(master)) !== true) throw error;
      return assume(await base.provider());
    }
  });
  const source = (): string | undefined => {
    const of = base.source();
    return of === undefined ? undefined : `${role.roleArn}, assumed with ${of}`;
  };
  const access = (): RunAccess | undefined => {
    const of = base.access();
    return of === undefined ? undefined : { source: of.source, roles: [...of.roles, role.roleArn] };
  };
  return { provider, source, access };
}

/** The error of a run whose credentials are missing or refused. */
export function noCredentials(cause: unknown, source: string | undefined, roleArn: string | undefined): AuditError {
  if (cause instanceof AuditError) return cause;
  if (cause instanceof SourceFault)
    return new AuditError('credentials', `no usable AWS credentials: ${cause.message}`, {
      cause,
      ...(cause.hint === undefined ? {} : { hint: cause.hint }),
    });
  const refused = isExpired(cause) || statusOf(cause) !== undefined;
  if (source === undefined || !refused || codeOf(cause) === 'CredentialsProviderError')
    return new AuditError('credentials', `no usable AWS credentials: ${shownMessage(cause)}`, { cause });
  return new AuditError(
    'credentials',
    `no usable AWS credentials: AWS refuses those of ${source}: ${shownMessage(cause)}`,
    { hint: renewal(source, roleArn), cause },
  );
}

function renewal(source: string, roleArn: string | undefined): string {
  const [, profile] = /^the profile (\S+)/.exec(source) ?? [];
  if (roleArn === undefined && profile !== undefined)
    return `Sign in again (for SSO: \`aws sso login --profile ${profile}\`), renew the keys of the profile, or choose another with --profile.`;
  if (source.includes('the environment'))
    return 'Set AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN anew, or unset them and choose a profile with --profile.';
  return 'Renew them where they come from, or choose a profile with --profile.';
}

/**
 * Ends what a source waits for when its time is over; while a person is asked, the time does not count.
 * @throws SourceFault of the source that was asked
 */
function within<T>(options: CredentialOptions, get: (context: Limited) => Promise<T>): Promise<T> {
  const { limitMs = usualLimitMs, askCode } = options;
  const over = new AbortController();
  return new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const start = (): void => {
      timer = setTimeout(() => {
        over.abort();
        // Whoever hears of it says for what it waited; who does not, is not waited for.
        timer = setTimeout(
          () =>
            reject(new SourceFault('no answer', `nothing came from where they come from within ${limitMs / 1000} s`)),
          100,
        );
      }, limitMs);
    };
    const asking = async (serial: string): Promise<string> => {
      clearTimeout(timer);
      try {
        return (await askCode?.(serial)) ?? '';
      } finally {
        start();
      }
    };
    start();
    get({ ...options, limitMs, signal: over.signal, ...(askCode === undefined ? {} : { askCode: asking }) })
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}

export type { AwsCredentials, CredentialProvider };
