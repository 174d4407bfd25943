import { fail, pass, unknown } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { server } from '../../src/services/transfer/server.ts';

export default each(server, 'transfer-server-no-ftp', {
  title: 'Transfer Family servers do not speak plain FTP',
  list: 'details.protocols',
  test: (protocol) =>
    protocol === 'FTP' ? 'bad' : protocol === 'SFTP' || protocol === 'FTPS' || protocol === 'AS2' ? 'good' : 'unsaid',
  such: { good: 'SFTP', bad: 'FTP' },
  called: '{it}',
  pass: pass('{label} speaks {good:some}, and no plain FTP'),
  fail: fail('{label} speaks FTP, which encrypts nothing; expected SFTP, FTPS or AS2'),
  none: unknown('AWS does not say which protocols {label} speaks'),
  unsaid: unknown('AWS does not say which protocols {label} speaks'),
  risk: 'Passwords and files go over the network as they are: whoever is between reads and changes them.',
  fix: {
    text: 'Have its clients use SFTP or FTPS. Then leave FTP out of its protocols, in the console or where it is defined as code: UpdateServer takes the whole list of protocols and what each needs.',
  },
  references: ['https://docs.aws.amazon.com/securityhub/latest/userguide/transfer-controls.html#transfer-2'],
});
