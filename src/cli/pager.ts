import { spawn } from 'node:child_process';
import { AuditError, messageOf } from '../program/errors.ts';

/**
 * Shows text in the pager that `PAGER` names, or in `less`, and waits until it is closed.
 * @throws AuditError `usage` where it cannot be started
 */
export async function page(chunks: Iterable<string>, command = process.env['PAGER']): Promise<void> {
  const shown = (command ?? '').trim() === '' ? 'less -FRX' : (command ?? '');
  // A shell, as for every program that is named so: `less -S`. What is shown goes in by the pipe alone.
  const child = spawn(shown, { shell: true, stdio: ['pipe', 'inherit', 'inherit'] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  // Whoever has read enough closes it before the end.
  child.stdin.on('error', () => {});
  for (const chunk of chunks) {
    if (child.stdin.destroyed) break;
    child.stdin.write(chunk);
  }
  child.stdin.end();
  let code: number | null;
  try {
    code = await ended;
  } catch (error) {
    throw notStarted(shown, messageOf(error), error);
  }
  // What a shell says of a program that it does not find, or may not start.
  if (code === 127 || code === 126) throw notStarted(shown, `exit code ${code}`);
}

const notStarted = (command: string, why: string, cause?: unknown): AuditError =>
  new AuditError('usage', `--pager: ${command} cannot be started (${why})`, {
    hint: 'Name one in PAGER, such as "less -R", or leave --pager out.',
    cause,
  });
