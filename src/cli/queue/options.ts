import { AuditError } from '../../program/errors.ts';
import type { SealedManifest } from '../../organization/manifest.ts';
import type { QueueAddress } from '../../queue/address.ts';
import { queueAddressOf } from '../../queue/address.ts';
import type { QueueTls } from '../../queue/connection.ts';
import { checked, text } from '../door/options.ts';
import type { Values } from '../door/options.ts';
import { readText } from '../json-file.ts';

/** How the queue is reached. */
export const queueOptions = {
  queue: text('Redis that holds the queue: rediss://host:port (by TLS) or redis://host:port'),
  queueEnv: text('Environment variable that holds its address, which may hold a password'),
  queuePasswordFile: text('File that holds the password (or: AUDIT_QUEUE_PASSWORD)'),
  queueCa: text('File of certificates that may vouch for the queue (default: those of Node.js)'),
  queueCert: text('File of our certificate, where the queue asks for one'),
  queueKey: text('File of its key'),
  queuePrefix: checked(text('What the keys in Redis begin with (default: audit:<organization>)'), (prefix) => {
    if (!/^[\w.:{}-]{1,200}$/.test(prefix))
      throw new AuditError('usage', `--queue-prefix: ${prefix} is no beginning of a key`, {
        hint: 'Letters, digits and . : _ - { } make one.',
      });
  }),
};
export type QueueOptions = Values<typeof queueOptions>;

/** For `--help`. */
export const queueGroup = {
  title: 'The queue',
  options: ['queue', 'queueEnv', 'queuePasswordFile', 'queueCa', 'queueCert', 'queueKey', 'queuePrefix'],
} as const;

/** Where the queue is, and with what we get in. @throws AuditError `usage` */
export async function queueOf(
  options: QueueOptions,
): Promise<{ readonly address: QueueAddress; readonly tls: QueueTls }> {
  const { queue, queueEnv, queuePasswordFile, queueCa, queueCert, queueKey } = options;
  if ((queue === undefined) === (queueEnv === undefined))
    throw new AuditError('usage', 'the queue is named by --queue or by --queue-env, and by one of them', {
      hint: 'It looks like --queue rediss://queue.example.com:6380.',
    });
  const held = queueEnv === undefined ? undefined : process.env[queueEnv];
  if (queueEnv !== undefined && (held === undefined || held === ''))
    throw new AuditError('usage', `--queue-env: ${queueEnv} is not set`);
  const found = queueAddressOf(
    queue ?? held ?? '',
    queueEnv === undefined ? '--queue' : `what ${queueEnv} holds`,
    queueEnv !== undefined,
  );
  const files = { ca: queueCa, cert: queueCert, key: queueKey };
  if (!found.tls && Object.values(files).some((file) => file !== undefined))
    throw new AuditError('usage', '--queue-ca, --queue-cert and --queue-key mean nothing without TLS', {
      hint: 'An address that begins with rediss:// is reached by TLS.',
    });
  if ((queueCert === undefined) !== (queueKey === undefined))
    throw new AuditError('usage', '--queue-cert and --queue-key go together');
  const tls: Record<string, string> = {};
  for (const [name, file] of Object.entries(files)) if (file !== undefined) tls[name] = await readText(file);
  const given = process.env['AUDIT_QUEUE_PASSWORD'];
  const password = queuePasswordFile === undefined ? given : (await readText(queuePasswordFile)).replace(/\r?\n$/, '');
  const address = password === undefined || password === '' ? found : { ...found, password };
  if (address.username !== undefined && address.password === undefined)
    throw new AuditError('usage', `the queue is to be entered as ${address.username}, and no password is given`, {
      hint: 'Give it with AUDIT_QUEUE_PASSWORD or --queue-password-file.',
    });
  return { address, tls };
}

/** What the keys of a plan's organization begin with; without one, those of the account that planned. */
export const prefixOf = (
  { organization, own, scan }: Pick<SealedManifest, 'organization' | 'own' | 'scan'>,
  { queuePrefix }: Pick<QueueOptions, 'queuePrefix'>,
): string => queuePrefix ?? `audit:${organization ?? own ?? scan}`;
