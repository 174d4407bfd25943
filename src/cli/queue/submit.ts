import { accountsOf, pendingOf } from '../../organization/engine.ts';
import { jobFor } from '../../organization/job.ts';
import { AuditError } from '../../program/errors.ts';
import { connect } from '../../queue/connection.ts';
import { AccountQueue } from '../../queue/queue.ts';
import { escapeText } from '../../text/escape.ts';
import { count } from '../columns.ts';
import { planOf } from '../organization-options.ts';
import { tellSkipped } from '../organization-skipped.ts';
import { say } from '../say.ts';
import { storeAt } from '../store.ts';
import { prefixOf, queueOf } from './options.ts';
import type { SubmitOptions } from './submit-command.ts';

/**
 * Puts the accounts of a plan that are not through into the queue. What is there already stays, once.
 * @returns the exit code: 3 where an account that was named is skipped by the plan, as of a scan
 */
export async function submit(options: SubmitOptions): Promise<number> {
  const { scan, resume, account: named, quiet } = options;
  if ((scan === undefined) === (resume !== true))
    throw new AuditError('usage', 'audit org submit needs --scan ID or --resume, which is the latest plan', {
      hint: 'Make a plan with `audit org plan --store …`.',
    });
  const { address, tls } = await queueOf(options);
  const store = await storeAt(options.store, options);
  const manifest = await planOf(store, scan);
  const own = accountsOf(manifest, undefined, named);
  const pending = await pendingOf(store, manifest, own, named);
  const tell = quiet === true ? (): void => {} : (line: string): void => say(escapeText(`audit: ${line}`));
  const queue = new AccountQueue(await connect(address, tls), address, prefixOf(manifest, options));
  try {
    await queue.put(pending.map(({ account }) => jobFor(manifest, account.id, named.length > 0)));
    const { waiting, active, delayed } = await queue.counts();
    const skipped = own.filter(({ skip }) => skip !== undefined).length;
    tell(
      `scan ${manifest.scan}: ${pending.length} of ${count(own.length, 'account')} put into ${address.name}; ${own.length - skipped - pending.length} are through or given up, ${skipped} skipped`,
    );
    tell(`the queue: ${waiting} waiting, ${active} being read, ${delayed} to be tried again`);
    return tellSkipped(own, named) ? 3 : 0;
  } finally {
    await queue.close();
  }
}
