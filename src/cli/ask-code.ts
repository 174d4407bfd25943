import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { AuditError } from '../program/errors.ts';

/** A terminal, as far as asking needs one. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly isAttended: boolean;
  readonly write: (text: string) => void;
}

const own = (): Terminal => ({
  input: process.stdin,
  isAttended: process.stdin.isTTY && process.stderr.isTTY,
  write: (text) => void process.stderr.write(text),
});

/**
 * Asks for the code of an MFA device, as AWS's command line does; what is typed is not shown.
 * @returns undefined where nobody can be asked: then the error says how to go on
 * @throws AuditError `interrupted` after Ctrl-C
 */
export function codeAsker(terminal: Terminal = own()): ((serial: string) => Promise<string>) | undefined {
  if (!terminal.isAttended) return undefined;
  return (serial) =>
    new Promise((resolve, reject) => {
      const silentOutput = new Writable({ write: (_chunk, _encoding, done) => done() });
      const lines = createInterface({ input: terminal.input, output: silentOutput, terminal: true });
      // Whatever ends it: a line, Ctrl-C, or Ctrl-D, after which nothing more is typed.
      let typed = '';
      let interrupted = false;
      lines.once('line', (line) => {
        typed = line;
        lines.close();
      });
      lines.once('SIGINT', () => {
        interrupted = true;
        lines.close();
      });
      lines.once('close', () => {
        terminal.write('\n');
        if (interrupted) reject(new AuditError('interrupted', 'interrupted'));
        else resolve(typed);
      });
      terminal.write(`\rMFA code for ${serial}: `);
    });
}
