import { AuditError } from '../program/errors.ts';
import { command, each, format, list } from './door/options.ts';

export default command({
  usage: 'verify <files..>',
  args: { files: each('Results (JSON), snapshots, HTML reports or PDFs') },
  options: {
    sha256: list('What a file is to have, in hexadecimal: one for each that is to be compared'),
    format: format('table', 'json'),
  },
  examples: [
    ['audit verify report.html --sha256 3f2a…', 'whether it is the file whose hash was kept elsewhere'],
    ['audit verify result.json account.ndjson.gz', 'whether the result was judged from this snapshot'],
  ],
  run: async ({ files, sha256, format: as }) => {
    const wrong = sha256.find((hash) => !/^[0-9a-f]{64}$/i.test(hash));
    if (wrong !== undefined)
      throw new AuditError('usage', `--sha256: ${wrong} is not 64 hexadecimal digits`, {
        hint: 'Name what `sha256sum FILE` or `audit verify FILE` prints.',
      });
    return (await import('./verify-files.ts')).verify(files, sha256, as);
  },
});
